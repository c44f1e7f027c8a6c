using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Demo;

/// <summary>Staff and payroll of a demo company. Church tax and sick notes are assessed for the legal entity, so its shops
/// record no special category.</summary>
internal static class StaffRecord
{
    public static void AddTo(DemoRecords records, LegalEntity company, string owner, DateOnly reviewedOn) => records.AddForGroup(
        new ProcessingActivity
        {
            Name = $"Staff and payroll, {company.Name}",
            OurRole = ControllerRole.Controller,
            Status = ActivityStatus.Active,
            Purposes = [new() { Code = "staff", Kind = PurposeKind.StaffAdministration, Text = "Employ and pay the people who work here." }],
            Bases = [new() { PurposeCode = "staff", Basis = LawfulBasis.Contract }],
            Subjects = [DataSubjectCategory.Employees],
            SubjectJurisdictions = [Jurisdiction.Eea],
            Sources = [DataSource.Subject],
            Owner = owner,
            ReviewedOn = reviewedOn,
        },
        company,
        CoverageKind.LegalEntitiesAlone);
}
