using ComplianceHub.Domain;

namespace ComplianceHub.Compliance;

/// <summary>Whether something applies to a shop, with the fact that decides it or the questions that are open.</summary>
/// <param name="Applies">Yes, no, or unknown while a fact is missing.</param>
/// <param name="Fact">The deciding fact in a sentence; empty while unknown.</param>
/// <param name="Questions">The missing facts as questions; empty unless unknown.</param>
public sealed record Gate(Answer Applies, string Fact, IReadOnlyList<string> Questions)
{
    /// <summary>It applies because of a fact.</summary>
    public static Gate Yes(string fact) => new(Answer.Yes, fact, []);

    /// <summary>It does not apply because of a fact.</summary>
    public static Gate No(string fact) => new(Answer.No, fact, []);

    /// <summary>Nobody can say while these questions are open.</summary>
    public static Gate Unknown(params IReadOnlyList<string> questions) => new(Answer.Unknown, "", questions);
}
