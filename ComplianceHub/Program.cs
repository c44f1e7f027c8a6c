using ComplianceHub.Features.Shell;

var builder = WebApplication.CreateBuilder(args);
builder.AddHubComponents();

var app = builder.Build();
app.UseHubShell();
app.MapHubComponents();
await app.RunAsync();
