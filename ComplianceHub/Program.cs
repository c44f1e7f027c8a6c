using System.Globalization;
using ComplianceHub.CommandLine;
using ComplianceHub.Data;
using ComplianceHub.Features.Exchange;
using ComplianceHub.Features.Registers;
using ComplianceHub.Features.Shell;

CultureInfo.CurrentCulture = CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.GetCultureInfo("en-GB");
if (HubCommandLine.Takes(args))
    return await HubCommandLine.RunAsync(args);

var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.AddHubData();
builder.Services.AddHubImport();
builder.AddHubComponents();
builder.AddHubRegisters();

var app = builder.Build();
await app.MigrateHubDataAsync();
app.UseHubShell();
app.MapHubComponents();
await app.RunAsync();
return 0;
