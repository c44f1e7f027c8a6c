using ComplianceHub.Compliance;
using ComplianceHub.Compliance.Freezing;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Audits;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Tests.Given;

namespace ComplianceHub.Tests.Compliance.Freezing;

/// <summary>Which requirements a file supports.</summary>
public sealed class EvidenceUseTests
{
    private static readonly EvidenceFile File = new() { FileName = "contract.pdf", Sha256 = new string('a', 64) };
    private static readonly ShopSnapshot Shop = GivenShop.CompliantShop() with { Evidence = [File], Attestations = [] };

    [Fact]
    public void An_agreement_is_read_with_the_third_party_that_was_checked()
    {
        var agreement = Shop.Agreements[0];
        var shop = Shop with { Agreements = [With(agreement, File.Id)] };
        Assert.Contains("GDPR-28-3", UsesIn(shop));
    }

    [Fact]
    public void A_statement_brings_its_files_to_its_requirement_alone()
    {
        var shop = Shop with { Attestations = [new Attestation { RequirementId = "GDPR-24", StatedOn = Shop.AsOf, EvidenceIds = [File.Id] }] };
        Assert.Equal(["GDPR-24"], UsesIn(shop));
    }

    [Fact]
    public void An_older_statement_counts_no_more()
    {
        var shop = Shop with
        {
            Attestations =
            [
                new Attestation { RequirementId = "GDPR-24", StatedOn = Shop.AsOf.AddDays(-1), EvidenceIds = [File.Id] },
                new Attestation { RequirementId = "GDPR-24", StatedOn = Shop.AsOf },
            ],
        };
        Assert.Empty(UsesIn(shop));
    }

    [Fact]
    public void A_file_that_nothing_names_is_listed_without_a_use() => Assert.Empty(UsesIn(Shop));

    // A new reference to a file belongs into RequirementFiles where a requirement reads it, or auditors look for the file in vain. Measures
    // and impact assessments have none yet: Art. 32 and 35 are not read.
    [Fact]
    public void Every_place_that_names_a_file_is_known() => Assert.Equal(
        ["Agreement.EvidenceId", "Assessment.EvidenceId", "Attestation.EvidenceIds", "DueDiligence.EvidenceIds", "Notice.EvidenceId", "ResponsiblePerson.MandateEvidenceId", "SecurityMeasure.EvidenceIds"],
        (from type in typeof(EvidenceFile).Assembly.GetTypes()
         where type.Namespace?.StartsWith("ComplianceHub.Domain", StringComparison.Ordinal) == true
         // A task's files show what was done after the freeze; no requirement of the audit rests on them.
         where type != typeof(RemediationTask)
         from property in type.GetProperties()
         where property.GetCustomAttributes(typeof(ReferencesAttribute), false).Cast<ReferencesAttribute>().Any(reference => reference.Record == typeof(EvidenceFile))
         select $"{type.Name}.{property.Name}").Order(StringComparer.Ordinal));

    private static IReadOnlyList<string> UsesIn(ShopSnapshot shop) =>
        Assert.Single(EvidenceUse.In(shop, [FrozenReadiness.Of(global::ComplianceHub.Compliance.Readiness.Of(shop, Regulations.WithId("GDPR")!))])).Requirements;

    private static Agreement With(Agreement agreement, Guid file)
    {
        var copy = ComplianceHub.Data.RecordCopy.Of(agreement);
        copy.EvidenceId = file;
        return copy;
    }
}
