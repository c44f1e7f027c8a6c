namespace ComplianceHub.Domain.AuditLog;

/// <summary>What reading a chain from its first entry found.</summary>
public abstract record ChainVerification
{
    private ChainVerification() { }

    /// <summary>Every entry follows the one before it.</summary>
    /// <param name="Count">How many entries there are.</param>
    /// <param name="Head">The last of them.</param>
    public sealed record Intact(long Count, ChainHead Head) : ChainVerification
    {
        /// <summary>How many entries have lost their details. They were erased (Art. 17 GDPR), or somebody removed them: the
        /// chain cannot tell, and the entries themselves still hold.</summary>
        public long WithoutDetails { get; init; }
    }

    /// <summary>The chain does not hold.</summary>
    /// <param name="AtSequence">The number of the first entry that is wrong or missing.</param>
    /// <param name="Reason">What is wrong with it, in a sentence.</param>
    public sealed record Broken(long AtSequence, string Reason) : ChainVerification
    {
        /// <summary>What kind of harm it is.</summary>
        public LogFault Fault { get; init; } = LogFault.Broken;
    }
}
