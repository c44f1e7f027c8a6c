using System.Globalization;
using System.Security.Claims;
using ComplianceHub.Data;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.StaticAssets;

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
        events.OnSigningIn = context => Door(context.HttpContext).OpenAsync(context.HttpContext, (ClaimsIdentity)context.Principal!.Identity!);
        events.OnValidatePrincipal = async context =>
        {
            // A style sheet is everybody's; asking the database for it would slow each page down.
            if (context.HttpContext.GetEndpoint()?.Metadata.GetMetadata<StaticAssetDescriptor>() is not null)
                return;
            // The page that says that the database cannot be reached must not ask it, and shows nothing of anybody.
            if (StorageUnavailableException.In(context.HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error) is not null)
            {
                context.RejectPrincipal();
                return;
            }
            if (await Door(context.HttpContext).FindAsync(context.Principal!) is null)
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

    /// <summary>When the session of a cookie began; null when nobody is signed in.</summary>
    public static DateTimeOffset? BeginningOf(ClaimsPrincipal person) =>
        long.TryParse(person.FindFirstValue(BeganClaim), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            ? DateTimeOffset.FromUnixTimeSeconds(seconds) : null;

    /// <summary>How a cookie says when its session began.</summary>
    public static Claim BeganAt(DateTimeOffset began) => new(BeganClaim, began.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether a request carries the socket of an open page and not what a person asks for.</summary>
    public static bool IsSocket(HttpContext context) => context.Request.Path.StartsWithSegments("/_blazor", StringComparison.OrdinalIgnoreCase);

    /// <summary>Keeps what only signing in knows when Identity reads the rest of a person anew.</summary>
    public static Task KeepAsync(SecurityStampRefreshingPrincipalContext context)
    {
        var known = context.CurrentPrincipal!.Claims.Where(claim => claim.Type is BeganClaim or UserSession.Claim or SecondFactorHandler.MethodClaim);
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

    private static SessionDoor Door(HttpContext context) => context.RequestServices.GetRequiredService<SessionDoor>();
}
