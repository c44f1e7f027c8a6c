using ComplianceHub.Domain;

namespace ComplianceHub.CommandLine;

/// <summary>A gate for a pipeline that no missing data can pass: unknown counts as applying, and no score as too low.</summary>
/// <param name="points">The lowest score that passes, 0 to 100.</param>
internal sealed class ReadinessGate(int points)
{
    private bool _hasShop;
    private bool _isBelow;

    /// <summary>Whether there is a shop, and every regulation that may apply to one has the score.</summary>
    public bool IsPassed => _hasShop && !_isBelow;

    /// <summary>Takes a shop into account.</summary>
    public void Look(ShopReadiness shop)
    {
        _hasShop = true;
        _isBelow |= shop.Regulations.Any(regulation =>
            regulation.Gate.Applies != Answer.No && (regulation.Score.Points is not { } score || score < points));
    }
}
