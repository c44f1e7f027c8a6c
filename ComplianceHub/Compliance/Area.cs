namespace ComplianceHub.Compliance;

/// <summary>A chapter of a regulation: a column of the heat map and a section of the checklist.</summary>
/// <param name="Id">Stable name for stored scores, for example "Processors".</param>
/// <param name="ShortName">The heat map's column, for example "Processors".</param>
/// <param name="Title">The checklist's section, for example "Processors and joint controllers".</param>
/// <param name="Citation">The articles or sections it spans.</param>
public sealed record Area(string Id, string ShortName, string Title, string Citation);
