using System.Security.Claims;
using ComplianceHub.Domain;
using Microsoft.AspNetCore.Components.Authorization;

namespace ComplianceHub.Data;

/// <summary>
/// On whose behalf this scope works: the person of the circuit or of the request, the operating-system user of a
/// command, or a job of the program.
/// </summary>
public sealed class CurrentActor(IServiceProvider services)
{
    private Actor? _actor;
    private Guid? _session;
    private bool _isFixed;

    /// <summary>Fixes the actor of this scope: for commands, jobs and plain requests, which have no circuit.</summary>
    public void Use(Actor? actor) => (_actor, _isFixed) = (actor, true);

    /// <summary>Fixes the signed-in person of a request; nobody when the request is anonymous.</summary>
    public void Use(ClaimsPrincipal principal)
    {
        Use(Of(principal));
        _session = SessionOf(principal);
    }

    /// <summary>The actor, or null when nobody is signed in.</summary>
    public async ValueTask<Actor?> FindAsync()
    {
        if (_isFixed)
            return _actor;
        // Asked each time in a circuit: the sign-in may have been revoked since.
        return services.GetService<AuthenticationStateProvider>() is { } provider
            ? Of((await provider.GetAuthenticationStateAsync()).User)
            : null;
    }

    /// <summary>The session in which the actor is signed in; null when nobody is, or for a job or a command.</summary>
    public async ValueTask<Guid?> FindSessionAsync()
    {
        if (_isFixed)
            return _session;
        return services.GetService<AuthenticationStateProvider>() is { } provider
            ? SessionOf((await provider.GetAuthenticationStateAsync()).User)
            : null;
    }

    /// <summary>The session that a person's cookie names; null when it names none.</summary>
    public static Guid? SessionOf(ClaimsPrincipal principal)
    {
        ArgumentNullException.ThrowIfNull(principal);
        return Guid.TryParse(principal.FindFirstValue(UserSession.Claim), out var id) ? id : null;
    }

    private static Actor? Of(ClaimsPrincipal principal) =>
        principal.Identity?.IsAuthenticated == true
        && Guid.TryParse(principal.FindFirstValue(ClaimTypes.NameIdentifier), out var id) ? Actor.User(id) : null;
}
