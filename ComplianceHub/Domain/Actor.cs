namespace ComplianceHub.Domain;

/// <summary>Who acts, as the audit log names it.</summary>
public enum ActorKind
{
    /// <summary>A signed-in person.</summary>
    User,

    /// <summary>The program itself, with the reason as reference.</summary>
    System,

    /// <summary>The operating-system user who runs the command line.</summary>
    OperatingSystemUser,
}

/// <summary>The one on whose behalf something is read or written.</summary>
/// <param name="Kind">Person, program or command line.</param>
/// <param name="Reference">A user's id, the reason of a job, or the operating-system user: never a person's name.</param>
/// <param name="UserId">The signed-in person, else null.</param>
public sealed record Actor(ActorKind Kind, string Reference, Guid? UserId)
{
    /// <summary>A signed-in person.</summary>
    public static Actor User(Guid id) => new(ActorKind.User, id.ToString("D"), id);

    /// <summary>The program itself, for example "readiness".</summary>
    public static Actor System(string reason) => new(ActorKind.System, reason, null);

    /// <summary>The command line, run by an operating-system user.</summary>
    public static Actor OperatingSystemUser(string name) => new(ActorKind.OperatingSystemUser, name, null);

    /// <summary>Whether this actor needs no grant: the program, or whoever holds the machine and the database file.</summary>
    public bool IsTrusted => Kind is not ActorKind.User;
}
