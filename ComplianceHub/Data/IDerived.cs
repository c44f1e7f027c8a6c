namespace ComplianceHub.Data;

/// <summary>Marks rows that are computed from records or named by them; they are not logged by themselves.</summary>
internal interface IDerived;
