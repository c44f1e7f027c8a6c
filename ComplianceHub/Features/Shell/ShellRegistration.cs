using ComplianceHub.Components;
using ComplianceHub.Data;
using Microsoft.Extensions.DependencyInjection.Extensions;
using MudBlazor.Services;

namespace ComplianceHub.Features.Shell;

/// <summary>What the pages need from the host: Razor components, MudBlazor, headers, static files.</summary>
public static class ShellRegistration
{
    private static readonly TimeSpan HstsAge = TimeSpan.FromDays(365);

    /// <summary>Registers the pages.</summary>
    public static void AddHubComponents(this WebApplicationBuilder builder)
    {
        builder.AddHubLimits();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddRazorComponents().AddInteractiveServerComponents();
        builder.Services.AddCascadingAuthenticationState();
        builder.Services.AddAuthorization();
        builder.Services.AddMudServices(mud => mud.SnackbarConfiguration.PositionClass = MudBlazor.Defaults.Classes.Position.BottomLeft);
        builder.Services.AddHsts(hsts => hsts.MaxAge = HstsAge);
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddScoped<ShellQuery>();
        builder.Services.AddScoped<SearchQuery>();
    }

    /// <summary>Puts the headers and the error page in front of everything else; call it first.</summary>
    public static void UseHubShell(this WebApplication app)
    {
        app.UseSecurityHeaders();
        if (app.Environment.IsProduction())
            app.UseHsts();
        if (!app.Environment.IsDevelopment())
            app.UseExceptionHandler(new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = "/error",
                CreateScopeForErrors = true,
                StatusCodeSelector = exception => StorageUnavailableException.In(exception) is null ? StatusCodes.Status500InternalServerError : StatusCodes.Status503ServiceUnavailable,
            });
        app.UseStatusCodePagesWithReExecute("/not-found", createScopeForStatusCodePages: true);
    }

    /// <summary>Maps the pages and their files; call it after everything that needs a place in the pipeline.</summary>
    public static void MapHubComponents(this WebApplication app)
    {
        app.Use(next => http => AddressCheck.RunAsync(http, next));
        app.UseAntiforgery();
        app.MapStaticAssets().AllowAnonymous();
        app.MapCspReports();
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(circuit =>
        {
            // Compressed answers that mix secrets with what an attacker sends can be measured (BREACH).
            circuit.DisableWebSocketCompression = true;
            circuit.ContentSecurityFrameAncestorsPolicy = "'none'";
        });
    }
}
