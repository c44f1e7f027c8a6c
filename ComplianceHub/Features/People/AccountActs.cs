using ComplianceHub.Data;
using ComplianceHub.Domain;

namespace ComplianceHub.Features.People;

/// <summary>What an administrator does with an account as a whole.</summary>
public enum AccountAct
{
    /// <summary>Make a link to choose a password.</summary>
    MakeLink,

    /// <summary>Shut it.</summary>
    Disable,

    /// <summary>Open it again.</summary>
    Enable,

    /// <summary>Remove the second factor.</summary>
    RemoveSecondFactor,
}

/// <summary>Does it, for whoever has just shown that it is they: with an administrator's open session alone, somebody at
/// their desk could take over any account that they manage, or end its sessions.</summary>
public sealed class AccountActs(PeopleWorkflow people, ProofsOfPresence proofs)
{
    /// <summary>What a proof for an act on an account is for.</summary>
    public static string PurposeOf(AccountAct act, Guid person) => $"account:{act}:{person:D}";

    /// <summary>Does it with the proof that the actor has given for this act on this account.</summary>
    /// <returns>The link's path, to be shown once; null for an act that makes none.</returns>
    /// <exception cref="AccessDeniedException">The account holds more than the actor could give.</exception>
    /// <exception cref="DomainException">The proof is none.</exception>
    public async Task<string?> DoAsync(Guid person, AccountAct act, Guid ticket, CancellationToken ct = default)
    {
        await proofs.RedeemAsync(ticket, PurposeOf(act, person), ct);
        switch (act)
        {
            case AccountAct.MakeLink:
                return await people.MakeLinkAsync(person, ct);
            case AccountAct.RemoveSecondFactor:
                await people.RemoveSecondFactorAsync(person, ct);
                return null;
            default:
                await people.SetDisabledAsync(person, act is AccountAct.Disable, ct);
                return null;
        }
    }

    /// <summary>The question before it, its consequence, and the verb of the button.</summary>
    public static (string Question, string Consequence, string Verb) Words(AccountAct act, string name) => act switch
    {
        AccountAct.MakeLink => ($"Make a link for {name}?",
            "Whoever has it chooses the password of this account. It works once; hand it to them alone.", "Make link"),
        AccountAct.Disable => ($"Disable the account of {name}?",
            "Their sessions end, and they cannot sign in until you enable it again. Grants stay.", "Disable"),
        AccountAct.Enable => ($"Enable the account of {name}?", "They can sign in again, with the grants that they have.", "Enable"),
        _ => ($"Remove the second factor of {name}?",
            "Be sure that it is they who asked: until they set up another one, the password alone protects the account.", "Remove"),
    };
}
