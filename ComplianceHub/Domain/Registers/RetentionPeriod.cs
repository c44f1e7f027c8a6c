using System.ComponentModel.DataAnnotations;

namespace ComplianceHub.Domain.Registers;

/// <summary>A period after an event: calendar days, months or years, never a time span.</summary>
public sealed record RetentionPeriod
{
    /// <summary>How many units; 0 means never stored.</summary>
    [Range(0, 1200, ErrorMessage = "Enter a number from 0 to 1,200.")]
    public int Amount { get; set; }

    /// <summary>Days, months or years.</summary>
    public PeriodUnit Unit { get; set; }

    /// <summary>Whether the data are never stored (P0D).</summary>
    public bool IsNever => Amount == 0;

    /// <summary>The period in days, a month as 30.4 and a year as 365 of them, to compare two periods.</summary>
    public decimal ApproximateDays => Unit switch
    {
        PeriodUnit.Years => Amount * 365m,
        PeriodUnit.Months => Amount * 365m / 12m,
        _ => Amount,
    };

    /// <summary>The period in words, for example "3 years".</summary>
    public override string ToString()
    {
        if (IsNever)
            return "never stored";
        var unit = Unit.ToString().ToLowerInvariant();
        return Amount == 1 ? $"1 {unit[..^1]}" : $"{Amount:N0} {unit}";
    }
}

/// <summary>The unit of a period.</summary>
public enum PeriodUnit
{
    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Calendar months.</summary>
    Months,

    /// <summary>Calendar years.</summary>
    Years,
}
