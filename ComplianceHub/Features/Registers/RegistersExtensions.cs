using ComplianceHub.Data;

namespace ComplianceHub.Features.Registers;

/// <summary>Wires the register pages.</summary>
public static class RegistersExtensions
{
    /// <summary>Adds what the register pages call.</summary>
    public static IHostApplicationBuilder AddHubRegisters(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<RegisterQuery>();
        builder.Services.AddScoped<GroupRegisterQuery>();
        builder.Services.AddScoped<RegisterStore>();
        builder.Services.AddScoped<DeviationStore>();
        builder.Services.AddScoped<ProposalStore>();
        builder.Services.AddScoped<AuditLogReader>();
        builder.Services.AddScoped<LegalEntityQuery>();
        return builder;
    }
}
