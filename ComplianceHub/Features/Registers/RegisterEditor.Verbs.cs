using ComplianceHub.Components.Controls;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Features.Registers;

/// <summary>What can be done with a record beside saving it: retire it, share it, deviate from it.</summary>
public sealed partial class RegisterEditor<T>
{
    private IReadOnlyList<EditorAction> OtherActions => (_form.Mode, IsOfOtherOwner) switch
    {
        (FormMode.Editing, false) when !IsNew => OwnActions(),
        (FormMode.Reading, false) when Row.Record.RetiredOn is not null && List.Owner.MayKeep => [new("Take into use again", RestoreAsync)],
        (FormMode.Reading, true) when !Row.IsExcluded => GroupActions(),
        _ => [],
    };

    private List<EditorAction> OwnActions()
    {
        List<EditorAction> actions = [new("Retire", RetireAsync)];
        if (List.Owner is { ShopId: not null, MayKeepGroup: true })
            actions.Add(new("Give to the group", PromoteAsync));
        return actions;
    }

    private List<EditorAction> GroupActions()
    {
        List<EditorAction> actions = [];
        if (List.Owner.MayKeep)
            actions.Add(new("Deviate here", () => SwitchTo(FormMode.Deviating)));
        if (List.Owner.MayPropose && !List.Owner.MayKeepGroup)
            actions.Add(new("Propose a change", () => SwitchTo(FormMode.Proposing)));
        if (List.Owner.MayKeep)
            actions.Add(new("Not used here", () => SwitchTo(FormMode.Deviating, isExcluding: true)));
        return actions;
    }

    private async Task SwitchTo(FormMode mode, bool isExcluding = false)
    {
        Begin(mode);
        if (isExcluding)
            await ExcludeAsync();
    }

    private Task RevertAsync(Deviation deviation) => DoAsync(async () =>
    {
        await Deviations.RevertAsync(deviation.Id, Leaving);
        return "Back to the group’s value.";
    });

    private async Task RetireAsync()
    {
        if (await QuestionDialog.AskAsync(Dialogs, $"Retire this {Noun}?", "It leaves the register and readiness. It stays in the log, and can be taken into use again.", "Retire", isDangerous: true))
            await DoAsync(async () =>
            {
                await Store.RetireAsync<T>(Row.Record.Id, Leaving);
                return $"{Row.Record.DisplayName} retired.";
            });
    }

    private Task RestoreAsync() => DoAsync(async () =>
    {
        await Store.RestoreAsync<T>(Row.Record.Id, Leaving);
        return $"{Row.Record.DisplayName} is in use again.";
    });

    private Task PromoteAsync() => DoAsync(async () =>
    {
        await Store.PromoteAsync<T>(Row.Record.Id, Leaving);
        return $"{Row.Record.DisplayName} belongs to the group now.";
    });

    private async Task ExcludeAsync()
    {
        if (await ReasonDialog.AskAsync(Dialogs, $"Not use this {Noun} here?", "The group’s record stays as it is for the other shops.", "Do not use here") is { } reason)
            await DoAsync(async () =>
            {
                await Deviations.ExcludeAsync(List.Owner.ShopId!.Value, Owned(Row.Record), reason, Leaving);
                return $"{Row.Record.DisplayName} is not used in this shop.";
            });
        else
            Begin(FormMode.Reading);
    }
}
