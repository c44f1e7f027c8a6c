using ComplianceHub.Account;
using ComplianceHub.CommandLine;
using ComplianceHub.Data;
using ComplianceHub.Demo;
using ComplianceHub.Features.AuditLog;
using ComplianceHub.Features.AuditorRoom;
using ComplianceHub.Features.Audits;
using ComplianceHub.Features.Audits.Fieldwork;
using ComplianceHub.Features.DataFlows;
using ComplianceHub.Features.Exchange;
using ComplianceHub.Features.People;
using ComplianceHub.Features.Portfolio;
using ComplianceHub.Features.Readiness;
using ComplianceHub.Features.Registers;
using ComplianceHub.Features.Reports;
using ComplianceHub.Features.Shell;
using ComplianceHub.Features.Shops;
using ComplianceHub.Features.WorkList;

HubCulture.Use();
if (HubCommandLine.Takes(args))
    return await HubCommandLine.RunAsync(args);

#if DEBUG
// `dotnet run` builds Debug, and that is for trying out; what is published is Release, and stays Production. A launch
// profile would do the same, but `dotnet run` then writes a line of its own before the result of a verb.
if (Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") is null && Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") is null)
    Environment.SetEnvironmentVariable("DOTNET_ENVIRONMENT", "Development");
#endif

return await StartRefusal.ExplainAsync(async () =>
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
    builder.Configuration.AddHostArguments(args);
    builder.Services.HoldBackErrorsOfStart();
    builder.AddHubData();
    builder.AddHubIdentity();
    builder.AddHubDemo();
    builder.Services.AddHubImport();
    builder.AddHubComponents();
    builder.AddHubPeople();
    builder.AddHubPortfolio();
    builder.AddHubReadiness();
    builder.AddHubRegisters();
    builder.AddHubShops();
    builder.AddHubAuditLog();
    builder.Services.AddHubAudits().AddDemoAudits();
    builder.Services.AddHubAuditorRoom();
    builder.AddHubWorkList();
    builder.AddHubDataFlows();
    builder.AddHubReports();

    var app = builder.Build();
    await app.MigrateHubDataAsync();
    app.UseHubShell();
    app.MapHubAccount();
    app.MapHubEvidence();
    app.MapHubAudits();
    app.MapHubAuditLog();
    app.MapHubReports();
    app.MapHubComponents();
    await app.RunAsync();
});
