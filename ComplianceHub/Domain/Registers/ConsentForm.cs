using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>A place where people give consent, and how it is proved (Art. 7 GDPR).</summary>
public sealed class ConsentForm : OwnedRecord
{
    /// <summary>The form's name, for example "Newsletter sign-up".</summary>
    [Editable(true), Required(ErrorMessage = "Enter the name of the consent form."), StringLength(200, ErrorMessage = "Use at most 200 characters.")]
    public string Name { get; set; } = "";

    /// <summary>The activities whose processing rests on this consent.</summary>
    [Editable(true), References(typeof(ProcessingActivity))]
    public List<Guid> ActivityIds { get; set; } = [];

    /// <summary>Where it is asked: website, app, telephone.</summary>
    [Editable(true), StringLength(120, ErrorMessage = "Use at most 120 characters.")]
    public string? Channel { get; set; }

    /// <summary>The version of the wording.</summary>
    [Editable(true), StringLength(60, ErrorMessage = "Use at most 60 characters.")]
    public string? WordingVersion { get; set; }

    /// <summary>Whether the box starts empty.</summary>
    [Editable(true)]
    public Answer StartsUnticked { get; set; }

    /// <summary>Whether it is asked apart from other matters.</summary>
    [Editable(true)]
    public Answer IsSeparate { get; set; }

    /// <summary>Where consent is withdrawn.</summary>
    [Editable(true), Url(ErrorMessage = "Enter a whole address that begins with https://."), StringLength(500, ErrorMessage = "Use at most 500 characters.")]
    public string? WithdrawalUrl { get; set; }

    /// <summary>Clicks to give consent; null is not recorded.</summary>
    [Editable(true), Range(0, 100, ErrorMessage = "Enter a number of clicks from 0 to 100.")]
    public int? ClicksToGive { get; set; }

    /// <summary>Clicks to withdraw it; null is not recorded.</summary>
    [Editable(true), Range(0, 100, ErrorMessage = "Enter a number of clicks from 0 to 100.")]
    public int? ClicksToWithdraw { get; set; }

    /// <inheritdoc />
    public override string DisplayName => Name;

    /// <inheritdoc />
    public override Register Register => Register.ConsentForms;
}
