using ComplianceHub.Components;
using ComplianceHub.Data;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Account;

/// <summary>Wires who is signed in: cookies, passwords, second factors, and the rule that every page wants a person.</summary>
public static class AccountExtensions
{
    private const int ShortestPassword = 12;
    private const int HashIterations = 210_000;

    /// <summary>Registers Identity on the stores of <see cref="HubDbContext"/>.</summary>
    public static void AddHubIdentity(this WebApplicationBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<AccountOptions>().BindConfiguration(AccountOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<AccountOptions>, AccountOptionsRules>();
        builder.AddHubKeyRing();
        services.AddIdentityCore<HubUser>(Configure)
            .AddUserStore<HubUserStore>()
            .AddUserManager<HubUsers>()
            .AddSignInManager()
            .AddDefaultTokenProviders()
            .AddTokenProvider<OneTimeAuthenticator>(OneTimeAuthenticator.Name)
            .AddTokenProvider<InvitationTokens>(AccountTokens.InvitationProvider)
            .AddPasswordValidator<PasswordIsNotTheName>()
            .AddPasswordValidator<PasswordIsNotCommon>();
        services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = HashIterations);
        services.AddHubCookies();
        services.AddHubPolicies();
        services.AddScoped<AuthenticationStateProvider, RevalidatedPerson>();
        services.AddSingleton<SessionActivity>();
        services.AddScoped<SessionDoor>();
        services.AddScoped<OwnSessions>();
        services.AddSingleton<SignInLimiter>();
        services.AddScoped<SignInWorkflow>();
        services.AddScoped<Reauthentication>();
        services.AddScoped<PasswordWorkflow>();
        services.AddScoped<SecondFactorWorkflow>();
        services.AddScoped<AnotherAppWorkflow>();
        services.AddScoped<SetUpWorkflow>();
        services.AddScoped<SignInChanges>();
        services.AddHubPasskeys();
        services.AddSingleton<SetUpLink>();
        services.AddHostedService<StartGreeting>();
        services.AddHostedService<StartWarnings>();
        services.AddSingleton<OpenPages>();
        services.AddScoped<CircuitHandler, OpenPageCounter>();
    }

    /// <summary>Says who asks, lets nobody else in, and maps signing out; call it before the pages.</summary>
    public static void MapHubAccount(this WebApplication app)
    {
        ArgumentNullException.ThrowIfNull(app);
        app.UseAuthentication();
        app.UseHubActor();
        app.UseAuthorization();
        // After the person is known: some limits count theirs.
        app.UseRateLimiter();
        app.Use(async (context, next) =>
        {
            if (!SessionRules.IsSocket(context))
                await context.RequestServices.GetRequiredService<SessionDoor>().NoteUseAsync(context.User);
            await next(context);
        });
        // Open pages call this while somebody uses them; the request itself is the news. A site elsewhere sends no cookie with it.
        app.MapPost(AccountUrls.InUse, () => Results.NoContent()).RequireAuthorization(AccountPolicies.SignedIn);
        app.MapPost(HubUrls.Logout, async (HttpContext context, SignInWorkflow workflow, IAntiforgery forms) =>
        {
            if (!await forms.IsRequestValidAsync(context))
                return Results.BadRequest();
            await workflow.SignOutAsync(context.User);
            context.Response.Headers["Clear-Site-Data"] = "\"cache\"";
            return Results.LocalRedirect(HubUrls.Login);
        }).RequireAuthorization(AccountPolicies.SignedIn);
        app.MapPresence();
    }

    private static void Configure(IdentityOptions identity)
    {
        identity.User.RequireUniqueEmail = true;
        identity.User.AllowedUserNameCharacters = "";
        identity.Password.RequiredLength = ShortestPassword;
        identity.Password.RequireDigit = false;
        identity.Password.RequireLowercase = false;
        identity.Password.RequireUppercase = false;
        identity.Password.RequireNonAlphanumeric = false;
        identity.SignIn.RequireConfirmedAccount = true;
        identity.Lockout.AllowedForNewUsers = true;
        identity.Tokens.AuthenticatorTokenProvider = OneTimeAuthenticator.Name;
    }

    private static void AddHubCookies(this IServiceCollection services)
    {
        services.AddAuthentication(IdentityConstants.ApplicationScheme).AddIdentityCookies();
        services.ConfigureApplicationCookie(cookie =>
        {
            cookie.Cookie.Name = "hub";
            cookie.CookieManager = new HostCookies();
            cookie.LoginPath = HubUrls.Login;
            cookie.LogoutPath = HubUrls.Logout;
            cookie.ReturnUrlParameter = "returnUrl";
            cookie.SlidingExpiration = true;
            SessionRules.Attach(cookie.Events);
        });
        services.AddOptions<CookieAuthenticationOptions>(IdentityConstants.ApplicationScheme).Configure<IOptions<AccountOptions>>(
            (cookie, account) => cookie.ExpireTimeSpan = TimeSpan.FromMinutes(account.Value.IdleMinutes));
        services.Configure<CookieAuthenticationOptions>(IdentityConstants.TwoFactorUserIdScheme, cookie =>
        {
            cookie.Cookie.Name = "hub-second-factor";
            cookie.CookieManager = new HostCookies();
        });
        services.AddOptions<SecurityStampValidatorOptions>().Configure<IOptions<AccountOptions>>((stamp, account) =>
        {
            stamp.ValidationInterval = TimeSpan.FromSeconds(account.Value.RevalidateSeconds);
            stamp.OnRefreshingPrincipal = SessionRules.KeepAsync;
        });
        services.AddAntiforgery(form =>
        {
            form.Cookie.Name = "hub-form";
            form.Cookie.SameSite = SameSiteMode.Strict;
            form.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    private static void AddHubPasskeys(this IServiceCollection services)
    {
        services.AddOptions<IdentityPasskeyOptions>().Configure<IOptions<AccountOptions>>((passkeys, account) =>
        {
            passkeys.ServerDomain = account.Value.PasskeyDomain is { Length: > 0 } domain ? domain : null;
            // A passkey counts as both factors and asks for no name: so the device knows its person, and whose account it is.
            passkeys.UserVerificationRequirement = "required";
            passkeys.ResidentKeyRequirement = "required";
        });
        services.AddScoped<IPasskeyHandler<HubUser>, PasskeyHandler<HubUser>>();
        services.AddScoped<PasskeyCeremonies>();
        services.AddScoped<PasskeyWorkflow>();
        services.AddScoped<PresenceWorkflow>();
    }

    private static void AddHubPolicies(this IServiceCollection services)
    {
        services.AddSingleton<IAuthorizationHandler, SecondFactorHandler>();
        services.AddAuthorizationBuilder()
            .SetDefaultPolicy(AccountPolicies.Everywhere)
            // A page that says nothing is closed.
            .SetFallbackPolicy(AccountPolicies.Everywhere)
            .AddPolicy(AccountPolicies.SignedIn, signedIn => signedIn.RequireAuthenticatedUser());
    }
}
