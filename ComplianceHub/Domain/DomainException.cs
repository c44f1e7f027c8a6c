namespace ComplianceHub.Domain;

/// <summary>An expected refusal. Its message is a sentence that is shown to the user as it is.</summary>
public class DomainException : Exception
{
    /// <summary>Refuses with a sentence that says what is wrong and what to do.</summary>
    public DomainException(string sentence)
        : base(sentence)
    {
    }

    /// <summary>Refuses with a sentence and keeps what caused it for the server's log.</summary>
    public DomainException(string sentence, Exception cause)
        : base(sentence, cause)
    {
    }
}
