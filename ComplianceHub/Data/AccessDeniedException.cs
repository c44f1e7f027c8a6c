using ComplianceHub.Domain;

namespace ComplianceHub.Data;

/// <summary>The actor holds no grant for what was asked. The sentence names no record that they may not see.</summary>
public sealed class AccessDeniedException(string sentence) : DomainException(sentence);
