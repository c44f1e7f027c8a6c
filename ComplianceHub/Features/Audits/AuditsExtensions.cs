using ComplianceHub.Features.Audits.Dossiers;
using ComplianceHub.Features.Audits.Fieldwork;
using ComplianceHub.Features.Audits.Invitations;

namespace ComplianceHub.Features.Audits;

/// <summary>Wires audits.</summary>
public static class AuditsExtensions
{
    /// <summary>Adds the steps of audits, which need the fonts of the reports too.</summary>
    public static IServiceCollection AddHubAudits(this IServiceCollection services)
    {
        ArgumentNullException.ThrowIfNull(services);
        return services
            .AddScoped<AuditWorkflow>()
            .AddScoped<SignOffWorkflow>()
            .AddScoped<AuditContents>()
            .AddScoped<AuditReportSigner>()
            .AddScoped<AuditAccessQuery>()
            .AddScoped<AuditAccessWorkflow>()
            .AddScoped<AuditVisitsQuery>()
            .AddScoped<AuditsQuery>()
            .AddScoped<AuditQuery>()
            .AddScoped<AuditDrafts>()
            .AddScoped<AuditPeopleQuery>()
            .AddScoped<SignOffReview>()
            .AddScoped<ChangesQuery>()
            .AddScoped<Fieldwork.FieldworkQuery>()
            .AddScoped<AuditReportWorkflow>()
            .AddScoped<DossierWorkflow>()
            .AddScoped<DossierFiles>()
            .AddScoped<ReportCheck>();
    }

    /// <summary>Maps the files of audits: their reports, dossiers and evidence.</summary>
    public static void MapHubAudits(this IEndpointRouteBuilder app)
    {
        AuditReportEndpoints.Map(app);
        DossierEndpoints.Map(app);
        AuditEvidenceEndpoints.Map(app);
    }
}
