namespace ComplianceHub.Components.Controls;

/// <summary>One end of the data flows: a group of activities at the left, a region at the right.</summary>
/// <param name="Id">What the flows name it by.</param>
/// <param name="Title">"Orders", "India".</param>
/// <param name="Note">The grey line below: "4 activities", "1, no mechanism".</param>
public sealed record FlowNode(string Id, string Title, string Note);

/// <summary>Personal data that goes from activities to a region.</summary>
/// <param name="From">The left node's id.</param>
/// <param name="To">The right node's id.</param>
/// <param name="Weight">How many disclosures it stands for, above 0.</param>
/// <param name="HasMechanism">False when at least one of them has no transfer mechanism where one is needed.</param>
/// <param name="Href">Where its disclosures are listed.</param>
public sealed record DataFlow(string From, string To, int Weight, bool HasMechanism, string Href);
