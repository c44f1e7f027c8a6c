using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using ComplianceHub.Exchange;

namespace ComplianceHub.Tests.Exchange;

public sealed class RecordContentTests
{
    private static readonly ProcessingActivity Newsletter = new() { Name = "Newsletter", Purposes = [new() { Code = "a", Text = "b" }] };

    [Fact]
    public void The_hash_is_that_of_what_people_edit()
    {
        var other = new ProcessingActivity { Name = "Newsletter", Purposes = [new() { Code = "a", Text = "b" }], Version = 7, Origin = new() };

        Assert.Equal(RecordContent.Hash(Newsletter), RecordContent.Hash(other));
    }

    private static readonly Dictionary<string, Action<ProcessingActivity>> Edits = new()
    {
        ["a text"] = activity => activity.Name = "Newsletters",
        ["a text of a part"] = activity => activity.Purposes[0].Text = "c",
        ["a part removed"] = activity => activity.Purposes = [],
        ["an answer"] = activity => activity.LargeScale = Answer.No,
        ["a statement"] = activity => activity.StatesNoRecipients = true,
        ["a day"] = activity => activity.ReviewedOn = new DateOnly(2026, 11, 23),
        ["a reference"] = activity => activity.ElementIds.Add(Guid.CreateVersion7()),
        ["the coverage"] = activity => activity.AppliesTo = new() { Kind = CoverageKind.Shops },
        ["the retirement"] = activity => activity.RetiredOn = new DateOnly(2026, 11, 23),
    };

    public static TheoryData<string> KindsOfEdit => [.. Edits.Keys];

    [Theory, MemberData(nameof(KindsOfEdit))]
    public void Every_edit_changes_it(string what)
    {
        var edited = new ProcessingActivity { Name = "Newsletter", Purposes = [new() { Code = "a", Text = "b" }] };
        Edits[what](edited);

        Assert.NotEqual(RecordContent.Hash(Newsletter), RecordContent.Hash(edited));
    }

    [Fact]
    public void An_empty_text_is_as_good_as_none() =>
        Assert.Equal(RecordContent.Hash(new Vendor { LegalName = "A" }), RecordContent.Hash(new Vendor { LegalName = "A", Owner = "", Service = "" }));

    [Fact]
    public void A_day_that_the_save_itself_notes_is_no_edit() =>
        Assert.Equal(
            RecordContent.Hash(new ProcessingActivity { Name = "A" }),
            RecordContent.Hash(new ProcessingActivity { Name = "A", LastMaterialChangeOn = new DateOnly(2026, 11, 23) }));

    [Fact]
    public void Trailing_zeros_of_an_amount_say_nothing() =>
        Assert.Equal(
            RecordContent.Hash(new LegalEntity { WorldwideTurnoverEur = 5m }),
            RecordContent.Hash(new LegalEntity { WorldwideTurnoverEur = 5.00m }));

    [Fact]
    public void A_copy_has_the_same_content_and_its_own_identity()
    {
        var copy = new ProcessingActivity { Origin = new() { Source = "transcend" }, Version = 3 };

        RecordContent.Copy(Newsletter, copy);

        Assert.Equal(RecordContent.Hash(Newsletter), RecordContent.Hash(copy));
        Assert.NotEqual(Newsletter.Id, copy.Id);
        Assert.Equal((3, "transcend"), (copy.Version, copy.Origin.Source));
    }
}
