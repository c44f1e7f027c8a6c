using System.Collections.Frozen;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Exchange.Transcend;

/// <summary>Which category of data subjects (Art. 30(1)(c) GDPR) a holding's own word for people means.</summary>
internal static class TranscendSubjects
{
    private static readonly FrozenDictionary<string, DataSubjectCategory> Words = new (string Words, DataSubjectCategory Category)[]
    {
        ("customer, customers, consumer, consumers, buyer, client, user, end user", DataSubjectCategory.Customers),
        ("visitor, visitors, website visitor, web visitor, site visitor", DataSubjectCategory.Visitors),
        ("subscriber, subscribers, newsletter subscriber", DataSubjectCategory.Subscribers),
        ("prospect, prospects, lead, leads, prospective customer", DataSubjectCategory.Prospects),
        ("employee, employees, staff, worker, contractor", DataSubjectCategory.Employees),
        ("applicant, applicants, job applicant, candidate, candidates, job candidate", DataSubjectCategory.Applicants),
        ("business contact, b2b contact, supplier, vendor contact, partner", DataSubjectCategory.BusinessContacts),
        ("reviewer, reviewers", DataSubjectCategory.Reviewers),
        ("gift recipient, recipient", DataSubjectCategory.GiftRecipients),
        ("child, children, minor, minors", DataSubjectCategory.Children),
    }
        .SelectMany(row => row.Words.Split(", ").Select(word => KeyValuePair.Create(word, row.Category)))
        .ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>The category; <see cref="DataSubjectCategory.Others"/> for a word that is not known.</summary>
    public static DataSubjectCategory Of(string word) =>
        Words.GetValueOrDefault(word.Replace('_', ' ').Replace('-', ' ').Trim(), DataSubjectCategory.Others);
}
