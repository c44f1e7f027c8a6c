using Microsoft.AspNetCore.Components;

namespace ComplianceHub.Features.Registers.Fields;

/// <summary>A field of an editor: its label, its help, and what the group says where the shop deviates.</summary>
public abstract class FormField : ComponentBase
{
    /// <summary>The label above the field, in the field's words.</summary>
    [Parameter, EditorRequired]
    public string Label { get; set; } = "";

    /// <summary>One line under the field: what belongs in it and why.</summary>
    [Parameter]
    public string? Help { get; set; }

    /// <summary>The editor around the field.</summary>
    [CascadingParameter]
    protected RegisterForm Form { get; set; } = default!;
}
