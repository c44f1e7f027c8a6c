namespace ComplianceHub.Features.Shell;

/// <summary>What the frame shows: who is here, which shop is open, what the menu counts.</summary>
/// <param name="PersonName">The signed-in person.</param>
/// <param name="Shop">The open shop; null on the group's pages.</param>
/// <param name="ShopCount">How many shops the person may see.</param>
/// <param name="ReadsRegisters">Whether the person reads registers; who reads none has a room of their audits, and no menu.</param>
/// <param name="HasRoom">Whether the person is invited to audits beside.</param>
/// <param name="ReadsGroup">Whether the person reads the group's registers.</param>
/// <param name="MayImport">Whether the person may import.</param>
/// <param name="Administers">Whether the person manages people and grants somewhere.</param>
/// <param name="ReadsSystemLog">Whether the person reads the log of people, grants and keys.</param>
/// <param name="WaitingAudits">In how many audits the next step is the person's.</param>
/// <param name="OpenTasks">How many remediation tasks are unfinished.</param>
public sealed record ShellState(
    string PersonName, ShellShop? Shop, int ShopCount, bool ReadsRegisters, bool HasRoom, bool ReadsGroup, bool MayImport, bool Administers, bool ReadsSystemLog, int WaitingAudits,
    OpenTasks OpenTasks)
{
    /// <summary>One or two letters for the person.</summary>
    public string Letters => Initials(PersonName);

    /// <summary>One or two letters for a name.</summary>
    public static string Initials(string name)
    {
        var words = name.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(word => char.IsLetter(word[0])).ToList();
        return words.Count switch
        {
            0 => "?",
            1 => words[0][..1].ToUpperInvariant(),
            _ => $"{words[0][0]}{words[^1][0]}".ToUpperInvariant(),
        };
    }
}

/// <summary>How many remediation tasks are unfinished.</summary>
/// <param name="OfAll">Of all shops whose registers the person reads.</param>
/// <param name="OfShop">Of the open shop; 0 without one.</param>
public sealed record OpenTasks(int OfAll, int OfShop);

/// <summary>The open shop in the frame.</summary>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Name">Its name.</param>
/// <param name="LegalEntity">The controller's name.</param>
/// <param name="ToDo">How many requirements need work; null while not computed.</param>
/// <param name="Counts">How many records each register holds, by its name in the address.</param>
/// <param name="Stand">The version of the registers, and when readiness was computed: while neither changes, what is counted here holds.</param>
public sealed record ShellShop(
    string Slug, string Name, string LegalEntity, int? ToDo, IReadOnlyDictionary<string, int> Counts, (long Version, DateTimeOffset? ComputedAt) Stand);

/// <summary>A shop in the switcher.</summary>
/// <param name="Slug">Its part of the address.</param>
/// <param name="Name">Its name.</param>
/// <param name="LegalEntity">The controller's name.</param>
/// <param name="Lowest">Its lowest score; null when nothing is assessed.</param>
public sealed record ShopChoice(string Slug, string Name, string LegalEntity, int? Lowest);
