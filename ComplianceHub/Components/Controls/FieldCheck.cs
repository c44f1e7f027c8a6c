using System.Linq.Expressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace ComplianceHub.Components.Controls;

/// <summary>What a form asks of one of its fields beyond what the record itself knows, said at the field.</summary>
public sealed class FieldCheck : ComponentBase, IDisposable
{
    private EditContext? _form;
    private ValidationMessageStore? _messages;
    private bool _isSaid;

    /// <summary>The field.</summary>
    [Parameter, EditorRequired]
    public Expression<Func<string?>> For { get; set; } = default!;

    /// <summary>What is wrong with the field, in a sentence; null when nothing is.</summary>
    [Parameter, EditorRequired]
    public Func<string?> WhyNot { get; set; } = default!;

    [CascadingParameter]
    private EditContext? Form { get; set; }

    /// <inheritdoc />
    protected override void OnParametersSet()
    {
        if (Form is null)
            throw new InvalidOperationException("A field check stands in a form.");
        if (!ReferenceEquals(_form, Form))
        {
            Dispose();
            (_form, _messages, _isSaid) = (Form, new(Form), false);
            _form.OnValidationRequested += Check;
        }
        else if (_isSaid && WhyNot() is null)
        {
            // Mended since, in this field or in another one.
            Say(null);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (_form is not null)
            _form.OnValidationRequested -= Check;
    }

    private void Check(object? sender, ValidationRequestedEventArgs asked) => Say(WhyNot());

    private void Say(string? sentence)
    {
        _messages!.Clear();
        if (sentence is not null)
            _messages.Add(FieldIdentifier.Create(For), sentence);
        _isSaid = sentence is not null;
        _form!.NotifyValidationStateChanged();
    }
}
