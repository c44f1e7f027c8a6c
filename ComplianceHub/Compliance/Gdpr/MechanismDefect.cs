using ComplianceHub.Compliance.Law;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Compliance.Gdpr;

/// <summary>
/// Why the mechanism of a transfer does not allow it (Arts 44 to 49 GDPR). GDPR-44 and the rule of the mechanism say
/// the same sentence, and one repair clears both.
/// </summary>
internal static class MechanismDefect
{
    /// <summary>What is wrong; null when the mechanism holds.</summary>
    public static Defect? Of(Transfer transfer, ThirdCountryFlow flow, ShopSnapshot shop) => transfer.Mechanism switch
    {
        TransferMechanism.None => Hard("no-mechanism", $"No transfer mechanism is on file."),
        TransferMechanism.Adequacy => Adequacy(transfer, flow, shop),
        TransferMechanism.DataPrivacyFramework => Framework(transfer, flow, shop),
        TransferMechanism.StandardContractualClauses => StandardClauses(transfer, flow, shop),
        TransferMechanism.BindingCorporateRules => BindingRules(transfer, flow, shop),
        TransferMechanism.AdHocClauses or TransferMechanism.CodeOfConduct or TransferMechanism.Certification => OnFile(transfer, shop),
        _ => Derogation(transfer),
    };

    /// <summary>The entry of the importer in the Data Privacy Framework; null when no third party of the flow has one.</summary>
    public static DataPrivacyFramework? EntryOf(Transfer transfer, ThirdCountryFlow flow)
    {
        var entries = flow.Vendors.Select(vendor => vendor.DataPrivacyFramework).Where(entry => IsOf(transfer, entry)).ToList();
        return entries.Exists(entry => entry.Certified == Answer.No)
            ? null
            : entries.Where(entry => entry.Certified == Answer.Yes).MaxBy(entry => entry.VerifiedOn ?? DateOnly.MinValue);
    }

    private static bool IsOf(Transfer transfer, DataPrivacyFramework entry) =>
        string.Equals(entry.EntityName?.Trim(), transfer.Importer.Trim(), StringComparison.OrdinalIgnoreCase);

    private static Defect? Adequacy(Transfer transfer, ThirdCountryFlow flow, ShopSnapshot shop)
    {
        var country = Country.NameOf(transfer.ImporterCountry);
        return shop.Adequacy(transfer.ImporterCountry, transfer.Importer) switch
        {
            null => Hard("not-adequate", $"No adequacy decision for {country} is in force."),
            { Scope: AdequacyScope.DataPrivacyFramework } when EntryOf(transfer, flow) is null =>
                Hard("not-in-scope", $"In the {country} only participants of the Data Privacy Framework are adequate, and no entry of {transfer.Importer} is recorded."),
            { Scope: AdequacyScope.CoveredImporters } decision when transfer.WithinAdequacyScope == Answer.No =>
                Hard("not-in-scope", $"The decision for {country} covers only {decision.Covered}, and {transfer.Importer} is none."),
            _ => null,
        };
    }

    private static Defect? Framework(Transfer transfer, ThirdCountryFlow flow, ShopSnapshot shop)
    {
        if (shop.Adequacy(transfer.ImporterCountry, transfer.Importer) is not { Scope: AdequacyScope.DataPrivacyFramework })
            return Hard("no-framework", $"The Data Privacy Framework does not cover {Country.NameOf(transfer.ImporterCountry)}.");
        return EntryOf(transfer, flow) is null
            ? Hard("not-certified", $"{transfer.Importer} has no certified entry in the Data Privacy Framework on record.")
            : null;
    }

    private static Defect? StandardClauses(Transfer transfer, ThirdCountryFlow flow, ShopSnapshot shop)
    {
        if (shop.Agreement(transfer.AgreementId) is not { } agreement)
        {
            return flow.Vendors.Any(vendor => shop.AgreementsWith(vendor, AgreementKind.StandardContractualClauses).Any())
                ? Hard("clauses-not-named", $"Standard contractual clauses are recorded, but not which of them this transfer rests on.")
                : Hard("no-clauses", $"No standard contractual clauses are on file.") with { Action = FixAction.AddAgreement };
        }

        if (!shop.IsInForce(agreement))
            return Hard("clauses-not-in-force", $"The standard contractual clauses are not in force.");
        return transfer.SccModule is null ? Hard("no-module", $"The module of the standard contractual clauses is not recorded.") : null;
    }

    private static Defect? BindingRules(Transfer transfer, ThirdCountryFlow flow, ShopSnapshot shop) =>
        flow.Vendors.Any(vendor => vendor.BindingCorporateRules.Kind is not null) || IsInForce(transfer, shop)
            ? null
            : Hard("no-rules", $"No approved binding corporate rules are recorded.");

    private static Defect? OnFile(Transfer transfer, ShopSnapshot shop) =>
        IsInForce(transfer, shop) ? null : Hard("nothing-on-file", $"No commitment in force is on file for: {transfer.Mechanism.ShortName()}.");

    private static Defect? Derogation(Transfer transfer) =>
        transfer.Mechanism.MustBeOccasional() && transfer.IsOccasional == Answer.No
            ? Hard("regular", $"{transfer.Mechanism.ShortName()} is for occasional transfers, and this one is regular.")
            : null;

    private static bool IsInForce(Transfer transfer, ShopSnapshot shop) => shop.Agreement(transfer.AgreementId) is { } agreement && shop.IsInForce(agreement);

    private static Defect Hard(string key, FormattableString sentence) => new(FindingSeverity.Hard, key, sentence) { Repair = "mechanism" };
}
