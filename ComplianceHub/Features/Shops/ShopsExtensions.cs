namespace ComplianceHub.Features.Shops;

/// <summary>Wires the pages that add shops and keep their profile.</summary>
public static class ShopsExtensions
{
    /// <summary>Adds what the pages call.</summary>
    public static IHostApplicationBuilder AddHubShops(this IHostApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.AddScoped<ShopStore>();
        return builder;
    }
}
