using System.Text;
using System.Text.Json.Nodes;
using ComplianceHub.Domain.AuditLog;

namespace ComplianceHub.Tests.Domain.AuditLog;

public sealed class LogProofTests
{
    private static readonly LogProof Sample = new(
        new() { Number = 1, At = new(2026, 11, 23, 9, 0, 0, TimeSpan.Zero), Chains = 1, TreeRoot = new byte[32], LogRoot = new byte[32], Note = "origin\n" },
        [], [new(new(ChainId.Group, 7, new byte[32]), 0, [new byte[32]])]);

    [Fact]
    public void Is_read_as_it_was_written() => Assert.Equivalent(Sample, LogProof.Read(Sample.ToBytes()), strict: true);

    [Theory]
    [InlineData("note"), InlineData("n"), InlineData("at"), InlineData("chains"), InlineData("tree_root"), InlineData("log_root")]
    public void Is_nothing_without_a_field_of_its_checkpoint(string field)
    {
        var json = JsonNode.Parse(Sample.ToBytes())!;
        json["checkpoint"]!.AsObject().Remove(field);
        Assert.Null(LogProof.Read(Encoding.UTF8.GetBytes(json.ToJsonString())));
    }
}
