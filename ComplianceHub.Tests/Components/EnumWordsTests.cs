using System.Text.RegularExpressions;
using ComplianceHub.Components;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;

namespace ComplianceHub.Tests.Components;

/// <summary>Every value that people choose reads as words.</summary>
public sealed class EnumWordsTests
{
    public static TheoryData<Type> Enums =>
        [.. typeof(Answer).Assembly.GetTypes().Where(type => type.IsEnum && type.Namespace!.StartsWith("ComplianceHub.Domain", StringComparison.Ordinal))];

    [Theory, MemberData(nameof(Enums))]
    public void A_value_reads_as_words_and_differs_from_the_others(Type type)
    {
        var words = Enum.GetValues(type).Cast<Enum>().Select(value => value.Word()).ToList();
        Assert.All(words, word => Assert.DoesNotMatch(new Regex(@"[a-z][A-Z]|  |_|^[a-z ]"), word));
        Assert.Equal(words.Count, words.Distinct().Count());
    }

    [Theory]
    [InlineData(Answer.Unknown, "Not recorded")]
    [InlineData(AgreementKind.DataProcessingAgreement, "Data processing agreement")]
    [InlineData(LawfulBasis.LegitimateInterests, "(f) Legitimate interests")]
    [InlineData(TransferMechanism.DataPrivacyFramework, "EU-US Data Privacy Framework")]
    [InlineData(Jurisdiction.Eea, "EEA")]
    public void The_fields_words_are_used(Enum value, string word) => Assert.Equal(word, value.Word());
}
