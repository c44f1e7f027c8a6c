namespace ComplianceHub.Compliance.Shapes;

/// <summary>INFO of catalogue 1.2: decides a gate and weighs nothing. It says a fact or asks, and never passes or fails.</summary>
public abstract class InformationRequirement(string id, string citation, string title)
    : Requirement(id, citation, title, Severity.Information)
{
    /// <inheritdoc />
    public sealed override RequirementKind Kind => RequirementKind.Information;

    /// <summary>The fact that is found, or the questions that are open.</summary>
    protected abstract Gate Decide(ShopSnapshot shop);

    /// <inheritdoc />
    protected sealed override Verdict Evaluate(ShopSnapshot shop)
    {
        var gate = Decide(shop);
        return gate.Applies == Domain.Answer.Unknown ? Verdict.NotAssessed(gate.Questions) : Verdict.NotApplicable(gate.Fact);
    }
}
