using System.Diagnostics;
using System.Text;
using ComplianceHub.Exchange;
using ComplianceHub.Exchange.Transcend;
using CsCheck;

namespace ComplianceHub.Tests.Exchange.Transcend;

/// <summary>Files that somebody made to hurt: they end in messages, soon, and with little memory.</summary>
public sealed class TranscendHostileTests
{
    private const string Start = "processing-activities: ";

    public static TheoryData<string, string> Floods => new()
    {
        { "[", "more than 32 deep" }, { "[\n ", "more than 32 deep" }, { "{a: ", "more than 32 deep" }, { "\n? - - ", "key must be text" }, { "\n- ", "more than 200,000 values" },
        { "&a ", "not YAML" }, { "\nk: v", "second time" }, { "\n? ", "A key is empty" }, { "!", "The tag" }, { "[a,", "more than 32 deep" },
    };

    [Theory, MemberData(nameof(Floods))]
    public async Task Ten_megabytes_of_one_thing(string piece, string words)
    {
        var text = new StringBuilder(Start);
        while (text.Length < ImportText.LargestFile - piece.Length)
            text.Append(piece);
        var clock = Stopwatch.StartNew();

        var file = await TranscendText.ReadActivities(text.ToString());

        Assert.True(file.HasErrors);
        Assert.Contains(file.Messages, message => message.Sentence.Contains(words, StringComparison.Ordinal));
        Assert.True(file.Messages.Count <= 3 * (ImportMessages.Limit + 1));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"It took {clock.Elapsed}.");
    }

    [Fact]
    public async Task Fifty_megabytes_of_nesting_are_not_even_read()
    {
        await using var endless = new Brackets(50L * 1024 * 1024);

        var file = await TranscendReader.ReadAsync(null, new ImportFile("activities.yml", endless), TestContext.Current.CancellationToken);

        file.ShouldRefuse(1, "(file)", "larger than 10 MB");
        Assert.Equal(ImportText.LargestFile + 1, endless.Position);
    }

    [Fact]
    public async Task Depth_is_refused_at_33_and_not_at_32()
    {
        var at32 = Start + new string('[', 31) + new string(']', 31);
        var at33 = Start + new string('[', 32) + new string(']', 32);

        Assert.DoesNotContain((await TranscendText.ReadActivities(at32)).Messages, SaysDeep);
        Assert.Contains((await TranscendText.ReadActivities(at33)).Messages, SaysDeep);

        static bool SaysDeep(ImportMessage message) => message.Sentence.Contains("more than 32 deep", StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_billion_laughs_are_refused_at_the_first()
    {
        var text = new StringBuilder("a: &a [x, x]\n");
        for (var letter = 'b'; letter <= 'z'; letter++)
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"{letter}: &{letter} [*{(char)(letter - 1)}, *{(char)(letter - 1)}]\n");

        (await TranscendText.ReadActivities(text.ToString())).ShouldRefuse(1, "a", "Anchors (&) and aliases (*) are not read.");
    }

    [Fact]
    public async Task Messages_are_counted_after_the_five_hundredth()
    {
        var text = "processing-activities:\n  - title: a\n" + string.Concat(Enumerable.Range(0, 600).Select(number => $"    k{number}: v\n"));

        var file = await TranscendText.ReadActivities(text);

        Assert.Equal(ImportMessages.Limit + 1, file.Messages.Count);
        Assert.Equal("100 more messages like these are not listed.", file.Messages[^1].Sentence);
    }

    [Fact]
    public void Two_thousand_mutated_files_give_messages_and_never_an_exception()
    {
        byte[][] originals = [Encoding.UTF8.GetBytes(TranscendText.Entities), Encoding.UTF8.GetBytes(TranscendText.Activities)];
        var piece = Gen.OneOf("[", "]", "{", "}", ":", "- ", "\n", "\t", "&a ", "*a", "!", "|", ">", "'", "\"", "#", "%", "? ", "~", "\0", "\u001B", "---\n", "...\n", "  ", "\uFEFF", "\u2028", "\\")
            .Select(Encoding.UTF8.GetBytes);
        var insertion = Gen.OneOf(piece, Gen.Byte.Array[1, 4]);
        var mutation = Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 12], insertion);

        Gen.Select(Gen.Bool, mutation.List[1, 8]).Sample(
            (entities, mutations) =>
            {
                var bytes = mutations.Aggregate(originals[entities ? 0 : 1].ToList(), (file, change) => Mutate(file, change.Item1, change.Item2, change.Item3)).ToArray();
                var file = TranscendText.Read(entities ? bytes : null, entities ? null : bytes).GetAwaiter().GetResult();
                Assert.All(file.Messages, message => Assert.True(message.Sentence.Length > 10 && message.At is { Line: >= 1, Column: >= 1, Key.Length: > 0 }));
                var records = TranscendMapping.Records(file, TranscendOrigin.NamedId);
                Assert.True(!file.HasErrors || records.Count == 0);
                Assert.True(!file.HasErrors || file is { BusinessEntities.Count: 0, ProcessingActivities.Count: 0 });
            },
            iter: 2_000);
    }

    private static List<byte> Mutate(List<byte> file, int place, int removed, byte[] inserted)
    {
        var at = place % (file.Count + 1);
        file.RemoveRange(at, Math.Min(removed, file.Count - at));
        file.InsertRange(at, inserted);
        return file;
    }

    /// <summary>A stream of opening brackets that knows how much of it was read.</summary>
    private sealed class Brackets(long length) : Stream
    {
        public override long Position { get; set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => length;

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - Position);
            buffer.AsSpan(offset, read).Fill((byte)'[');
            Position += read;
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
