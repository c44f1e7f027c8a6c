using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>How long a session lasts, and where somebody goes who may not open a page.</summary>
internal static class SessionRules
{
    /// <summary>The claim that holds when the session began, in seconds since 1970.</summary>
    private const string BeganClaim = "began";

    /// <summary>Puts the rules onto the events of the sign-in cookie, after Identity's own.</summary>
    public static void Attach(CookieAuthenticationEvents events)
    {
        var validate = events.OnValidatePrincipal;
        events.OnSigningIn = context =>
        {
            var person = (ClaimsIdentity)context.Principal!.Identity!;
            // A new cookie for the same person, after a change of password, goes on with the old session's time.
            var before = context.HttpContext.User;
            var began = before.FindFirstValue(ClaimTypes.NameIdentifier) == person.FindFirst(ClaimTypes.NameIdentifier)?.Value
                ? before.FindFirstValue(BeganClaim) : null;
            person.AddClaim(new Claim(BeganClaim, began ?? Now(context.HttpContext).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)));
            return Task.CompletedTask;
        };
        events.OnValidatePrincipal = async context =>
        {
            if (IsOver(context.Principal!, Options(context.HttpContext), Now(context.HttpContext)))
            {
                context.RejectPrincipal();
                await context.HttpContext.SignOutAsync(context.Scheme.Name);
                return;
            }
            await validate(context);
        };
        events.OnRedirectToLogin = context => RefuseOrSend(context, context.RedirectUri);
        events.OnRedirectToAccessDenied = context => RefuseOrSend(context,
            SecondFactorHandler.HasOne(context.HttpContext.User) ? "/not-found" : AccountUrls.SecondFactor);
    }

    /// <summary>Whether a session has lasted as long as any may.</summary>
    public static bool IsOver(ClaimsPrincipal person, AccountOptions options, DateTimeOffset now) =>
        !long.TryParse(person.FindFirstValue(BeganClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var began)
        || now - DateTimeOffset.FromUnixTimeSeconds(began) > TimeSpan.FromHours(options.LongestHours);

    /// <summary>Keeps what only signing in knows when Identity reads the rest of a person anew.</summary>
    public static Task KeepAsync(SecurityStampRefreshingPrincipalContext context)
    {
        var known = context.CurrentPrincipal!.Claims.Where(claim => claim.Type is BeganClaim or SecondFactorHandler.MethodClaim);
        ((ClaimsIdentity)context.NewPrincipal!.Identity!).AddClaims(known.Select(claim => claim.Clone()));
        return Task.CompletedTask;
    }

    // A web socket or a file cannot show a sign-in page.
    private static Task RefuseOrSend(RedirectContext<CookieAuthenticationOptions> context, string where)
    {
        if (context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            context.Response.Redirect(where);
        return Task.CompletedTask;
    }

    private static AccountOptions Options(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value;

    private static DateTimeOffset Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
