using System.ComponentModel.DataAnnotations;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Features.People;

namespace ComplianceHub.Tests.Domain;

public sealed class HiddenCharactersTests
{
    [Theory]
    [InlineData("ETS\u202Egpj.exe", 0x202E), InlineData("a\u2066b", 0x2066), InlineData("\u001b[31mred", 0x1B), InlineData("a\0b", 0), InlineData("a\u0085b", 0x85)]
    public void Are_found(string text, int code) => Assert.Equal((char)code, HiddenCharacters.FirstIn(text));

    [Theory]
    [InlineData("Süße Bücher"), InlineData("line\r\nline\ttab"), InlineData("ספרים \u200Fשלום"), InlineData("👩\u200D🔬"), InlineData("")]
    public void Are_not_what_writing_needs(string text) => Assert.Null(HiddenCharacters.FirstIn(text));

    [Fact]
    public void A_record_with_one_is_refused_at_its_field()
    {
        var vendor = new Vendor { LegalName = "Good\u202Eeman" };
        var error = Assert.Single(RecordValidation.Validate(vendor), error => error.Field == nameof(Vendor.LegalName));
        Assert.Equal(HiddenCharacters.Sentence('\u202E'), error.Sentence);
    }

    [Fact]
    public void A_part_of_a_record_with_one_is_refused_too()
    {
        var activity = new ProcessingActivity { Name = "Orders", Purposes = [new() { Text = "a\u0007b" }] };
        Assert.Contains(RecordValidation.Validate(activity), error => error.Owner is not ProcessingActivity && error.Sentence == HiddenCharacters.Sentence('\u0007'));
    }

    [Fact]
    public void A_person_s_name_with_one_is_refused()
    {
        var choice = new GrantChoice { Invites = true, Name = "Mara\u202E", Email = "mara@group.example" };
        var problems = new List<ValidationResult>();
        Assert.False(Validator.TryValidateObject(choice, new ValidationContext(choice), problems, validateAllProperties: true));
        Assert.Equal([nameof(GrantChoice.Name)], Assert.Single(problems).MemberNames);
    }
}
