using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using Microsoft.AspNetCore.Components.Forms;

namespace ComplianceHub.Features.Registers;

/// <summary>What an editor is doing with its record.</summary>
public enum FormMode
{
    /// <summary>Shows the record; nothing can be changed.</summary>
    Reading,

    /// <summary>Changes a record of the register that is open.</summary>
    Editing,

    /// <summary>Replaces values of a group record for one shop, with a reason.</summary>
    Deviating,

    /// <summary>Proposes a change of a group record to the group's officer.</summary>
    Proposing,
}

/// <summary>What the fields of an editor share: the mode, the choices and what the group says.</summary>
public abstract class RegisterForm
{
    /// <summary>What the editor is doing.</summary>
    public FormMode Mode { get; set; }

    /// <summary>Whether fields only show their value.</summary>
    public bool IsReadOnly => Mode == FormMode.Reading;

    /// <summary>Whether the record has not been saved yet.</summary>
    public bool IsNew { get; init; }

    /// <summary>The records that a field can point at.</summary>
    public required RegisterChoices Choices { get; init; }

    /// <summary>The shop's deviations from the record, by field.</summary>
    public IReadOnlyDictionary<string, Deviation> Deviations { get; init; } = new Dictionary<string, Deviation>();

    /// <summary>Why the shop deviates, or why it proposes the change.</summary>
    public string Reason { get; set; } = "";

    /// <summary>Whether something was changed since the editor opened.</summary>
    public bool HasChanges { get; private set; }

    /// <summary>The record as an object, for what does not know its type.</summary>
    public abstract RegisterRecord Any { get; }

    /// <summary>Blazor's form over the record.</summary>
    public abstract EditContext Context { get; }

    /// <summary>Tells that a field holds text that is no value of its kind; the record cannot be saved until it is.</summary>
    public abstract void Unreadable(FieldIdentifier field, string sentence);

    /// <summary>Tells that a field can be read again.</summary>
    public abstract void Readable(FieldIdentifier field);

    /// <summary>Tells that a part without a field of its own has changed, for example a row that was added.</summary>
    public void Changed()
    {
        HasChanges = true;
        ChangeHappened?.Invoke();
    }

    /// <summary>Raised after a change.</summary>
    public event Action? ChangeHappened;
}

/// <summary>The editor of one record: a copy, so that nothing is half written.</summary>
public sealed class RegisterForm<T> : RegisterForm
    where T : RegisterRecord
{
    private readonly ValidationMessageStore _messages;
    private readonly Dictionary<FieldIdentifier, string> _unreadable = [];

    /// <summary>Opens the editor over a copy.</summary>
    public RegisterForm(T copy)
    {
        Record = copy;
        Context = new EditContext(copy);
        _messages = new ValidationMessageStore(Context);
        Context.OnFieldChanged += (_, _) => Changed();
    }

    /// <summary>The copy that the fields bind to.</summary>
    public T Record { get; }

    /// <inheritdoc />
    public override RegisterRecord Any => Record;

    /// <inheritdoc />
    public override EditContext Context { get; }

    /// <inheritdoc />
    public override void Unreadable(FieldIdentifier field, string sentence)
    {
        _unreadable[field] = sentence;
        _messages.Clear(field);
        _messages.Add(field, sentence);
        Context.NotifyValidationStateChanged();
        Changed();
    }

    /// <inheritdoc />
    public override void Readable(FieldIdentifier field)
    {
        if (!_unreadable.Remove(field))
            return;
        _messages.Clear(field);
        Context.NotifyValidationStateChanged();
    }

    /// <summary>Checks the record and shows each sentence at its field; true when it may be saved.</summary>
    public bool Validate()
    {
        _messages.Clear();
        var errors = RecordValidation.Validate(Record);
        foreach (var error in errors)
            _messages.Add(new FieldIdentifier(error.Owner, error.Field), error.Sentence);
        foreach (var (field, sentence) in _unreadable)
            _messages.Add(field, sentence);
        Context.NotifyValidationStateChanged();
        return errors.Count + _unreadable.Count == 0;
    }
}
