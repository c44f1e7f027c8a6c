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

    private static readonly TimeSpan RenewAfter = TimeSpan.FromMinutes(1);

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
            // Looking at the stamp makes a fresh cookie too.
            context.ShouldRenew &= !IsSocket(context.HttpContext);
        };
        // Identity's cookie renews itself at half its life, which would shorten the half hour of somebody who is at work
        // to a quarter. A socket is no sign that anybody is there.
        events.OnCheckSlidingExpiration = context =>
        {
            context.ShouldRenew = !IsSocket(context.HttpContext) && context.ElapsedTime > RenewAfter;
            return Task.CompletedTask;
        };
        events.OnRedirectToLogin = context => RefuseOrSend(context, context.RedirectUri);
        events.OnRedirectToAccessDenied = context => RefuseOrSend(context,
            SecondFactorHandler.HasOne(context.HttpContext.User) ? "/not-found" : AccountUrls.SecondFactor);
    }

    /// <summary>Whether a session has lasted as long as any may.</summary>
    public static bool IsOver(ClaimsPrincipal person, AccountOptions options, DateTimeOffset now) =>
        !long.TryParse(person.FindFirstValue(BeganClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var began)
        || now - DateTimeOffset.FromUnixTimeSeconds(began) > TimeSpan.FromHours(options.LongestHours);

    /// <summary>What tells a session from others: its person and when it began. Null when nobody is signed in.</summary>
    public static (string Person, string Began)? KeyOf(ClaimsPrincipal person) =>
        person.FindFirstValue(ClaimTypes.NameIdentifier) is { } id && person.FindFirstValue(BeganClaim) is { } began ? (id, began) : null;

    /// <summary>Whether a request carries the socket of an open page and not what a person asks for.</summary>
    public static bool IsSocket(HttpContext context) => context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);

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
        if (IsSocket(context.HttpContext))
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        else
            context.Response.Redirect(where);
        return Task.CompletedTask;
    }

    private static AccountOptions Options(HttpContext context) =>
        context.RequestServices.GetRequiredService<IOptions<AccountOptions>>().Value;

    private static DateTimeOffset Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
}
