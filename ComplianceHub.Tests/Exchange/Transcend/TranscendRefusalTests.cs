using System.Text;

namespace ComplianceHub.Tests.Exchange.Transcend;

/// <summary>Every way in which a file can be wrong: a sentence with file, line and key, and nothing to write.</summary>
public sealed class TranscendRefusalTests
{
    private const string File = "(file)";
    private const string First = "processing-activities[0]";

    [Theory]
    [InlineData("processing-activities: [a, b\nteams: c\n", 2, $"processing-activities[0]", "never closed")]
    [InlineData("processing-activities:\n  - title: [a\n", 3, $"{First}.title[0]", "not YAML that can be read")]
    [InlineData("processing-activities:\n  - title: \"a\n", 2, $"{First}.title", "not YAML that can be read")]
    [InlineData("processing-activities:\n  - title: a\n   description: b\n", 3, $"{First}.title", "not YAML that can be read")]
    [InlineData("processing-activities:\n  - title: a: b\n", 2, $"{First}.title", "not YAML that can be read")]
    [InlineData("processing-activities:\n  - title: @a\n", 2, $"{First}.title", "not YAML that can be read")]
    [InlineData("processing-activities:\n\t- title: a\n", 2, "processing-activities", "indented with a tab")]
    [InlineData("processing-activities:\n  - title: a\n\tdescription: b\n", 3, $"{First}.title", "indented with a tab")]
    public Task Malformed_YAML(string text, int line, string key, string words) => Refuses(text, line, key, words);

    [Theory]
    [InlineData("- title: a\n", 1, File, "must start with the key \"processing-activities\"; it is a list")]
    [InlineData("hello\n", 1, File, "it is text")]
    [InlineData("processing-activities: 5\n", 1, "processing-activities", "must be a list; it is a number")]
    [InlineData("processing-activities:\n  title: a\n", 1, "processing-activities", "must be a list; it is a group of keys")]
    [InlineData("processing-activities:\n  - a\n", 2, First, "must be a group of keys; it is \"a\"")]
    [InlineData("processing-activities:\n  -\n", 2, First, "must be a group of keys; it is empty")]
    [InlineData("processing-activities:\n  - title: 5\n", 2, $"{First}.title", "must be text; it is a number. If it is a name, put it in quotes.")]
    [InlineData("processing-activities:\n  - title: true\n", 2, $"{First}.title", "it is true or false")]
    [InlineData("processing-activities:\n  - title: [a]\n", 2, $"{First}.title", "it is a list")]
    [InlineData("processing-activities:\n  - title: a\n    dataSiloTitles: Adobe\n", 3, $"{First}.dataSiloTitles", "must be a list; it is \"Adobe\"")]
    [InlineData("processing-activities:\n  - title: a\n    dataSiloTitles: [b, {c: d}]\n", 3, $"{First}.dataSiloTitles[1]", "must be text; it is a group of keys")]
    [InlineData("processing-activities:\n  - title: a\n    dataSiloTitles: [b, ~]\n", 3, $"{First}.dataSiloTitles[1]", "must be text; it is empty")]
    [InlineData("processing-activities:\n  - title: a\n    retentionPeriod: ninety\n", 3, $"{First}.retentionPeriod", "must be a number of 0 or more; it is \"ninety\"")]
    [InlineData("processing-activities:\n  - title: a\n    retentionPeriod: -1\n", 3, $"{First}.retentionPeriod", "must be a number of 0 or more")]
    [InlineData("processing-activities:\n  - title: a\n    retentionPeriod: .inf\n", 3, $"{First}.retentionPeriod", "must be a number of 0 or more")]
    [InlineData("processing-activities:\n  - title: a\n    retentionType: FOREVER\n", 3, $"{First}.retentionType", "must be one of STATED_PERIOD, LIMITED, INDEFINITE, OTHER, UNSPECIFIED; it is \"FOREVER\"")]
    [InlineData("processing-activities:\n  - title: a\n    controllerships: [BOSS]\n", 3, $"{First}.controllerships[0]", "must be one of CONTROLLER, PROCESSOR, JOINT_CONTROLLER")]
    public Task Wrong_types(string text, int line, string key, string words) => Refuses(text, line, key, words);

    [Theory]
    [InlineData("processing-activites:\n  - title: a\nprocessing-activities: []\n", 1, "processing-activites", "\"processing-activites\" is not known here")]
    [InlineData("processing-activities:\n  - title: a\n    owner: b\n", 3, $"{First}.owner", "\"owner\" is not known here. Known are: attributes")]
    [InlineData("processing-activities:\n  - title: a\n    storageRegions:\n      - land: DE\n", 4, $"{First}.storageRegions[0].land", "Known are: country, countrySubDivision.")]
    [InlineData("processing-activities:\n  - title: a\n    <<: {b: c}\n", 3, $"{First}.<<", "\"<<\" is not known here")]
    public Task Unknown_keys(string text, int line, string key, string words) => Refuses(text, line, key, words);

    [Theory]
    [InlineData("processing-activities:\n  - title: a\n    title: b\n", 3, $"{First}.title", "\"title\" stands here for the second time; the first is on line 2.")]
    [InlineData("processing-activities: []\nprocessing-activities: []\n", 2, "processing-activities", "for the second time; the first is on line 1.")]
    [InlineData("processing-activities:\n  - title: Ads\n  - title: Other\n  - title: ' ads '\n", 4, "processing-activities[2].title", "The title \"ads\" stands here for the second time; the first is on line 2.")]
    [InlineData("processing-activities:\n  - title: Café\n  - title: \"Cafe\\u0301\"\n", 3, "processing-activities[1].title", "the first is on line 2.")]
    public Task Duplicates(string text, int line, string key, string words) => Refuses(text, line, key, words);

    [Theory]
    [InlineData("", 1, File, "The file is empty."), InlineData("# nothing\n", 1, File, "The file is empty."), InlineData("\uFEFF", 1, File, "The file is empty.")]
    [InlineData("teams: []\n", 1, File, "\"processing-activities\" is missing at the top")]
    [InlineData("processing-activities:\n  - description: a\n", 2, $"{First}.title", "\"title\" is missing here or empty.")]
    [InlineData("processing-activities:\n  - title: '  '\n", 2, $"{First}.title", "\"title\" is missing here or empty.")]
    [InlineData("processing-activities:\n  - title: a\n    dataSubCategories:\n      - name: b\n", 4, $"{First}.dataSubCategories[0].category", "\"category\" is missing here or empty.")]
    public Task What_is_missing(string text, int line, string key, string words) => Refuses(text, line, key, words);

    [Theory]
    [InlineData("processing-activities: &a\n  - title: a\n", 1, "processing-activities", "Anchors (&) and aliases (*) are not read.")]
    [InlineData("processing-activities:\n  - title: *a\n", 2, $"{First}.title", "Anchors (&) and aliases (*) are not read.")]
    [InlineData("processing-activities:\n  - &a title: b\n", 2, First, "Anchors (&) and aliases (*) are not read.")]
    [InlineData("processing-activities:\n  - title: !secret a\n", 2, $"{First}.title", "The tag \"!secret\" is not read.")]
    [InlineData("processing-activities:\n  - ? [a, b]\n    : c\n", 2, First, "A key must be text")]
    [InlineData("processing-activities:\n  - : a\n", 2, First, "A key is empty.")]
    [InlineData("processing-activities: []\n---\nprocessing-activities: []\n", 2, File, "A second document starts here.")]
    public Task What_YAML_allows_and_nobody_needs(string text, int line, string key, string words) => Refuses(text, line, key, words);

    [Theory]
    [InlineData("processing-activities:\n  - title: a\0b\n", 2, File, "control character U+0000")]
    [InlineData("processing-activities:\n  - title: a\u001B[2J\n", 2, File, "control character U+001B")]
    [InlineData("processing-activities:\n  - title: \"a\\e[2J\"\n", 2, $"{First}.title", "the character U+001B")]
    [InlineData("processing-activities:\n  - title: \"a\\0b\"\n", 2, $"{First}.title", "the character U+0000")]
    public Task Characters_that_no_text_may_hold(string text, int line, string key, string words) => Refuses(text, line, key, words);

    [Fact]
    public async Task Bytes_that_are_not_UTF_8()
    {
        var latin = Encoding.Latin1.GetBytes("processing-activities:\n  - title: Caf\u00E9\n");
        var sixteen = Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes(TranscendText.Activities)).ToArray();

        (await TranscendText.Read(null, latin)).ShouldRefuse(2, File, "not UTF-8");
        (await TranscendText.Read(null, sixteen)).ShouldRefuse(1, File, "The file is UTF-16.");
    }

    [Theory]
    [InlineData("title", 200), InlineData("description", 4000), InlineData("dataProtectionImpactAssessmentLink", 2000)]
    public async Task Text_is_kept_up_to_its_limit(string key, int limit)
    {
        var start = key == "title" ? "processing-activities:\n  - " : "processing-activities:\n  - title: a\n    ";

        Assert.False((await TranscendText.ReadActivities($"{start}{key}: {new string('x', limit)}\n")).HasErrors);
        (await TranscendText.ReadActivities($"{start}{key}: {new string('x', limit + 1)}\n"))
            .ShouldRefuse(key == "title" ? 2 : 3, $"{First}.{key}", $"at most {limit:N0} are kept.");
    }

    [Fact]
    public async Task One_error_in_one_file_leaves_nothing_of_both()
    {
        var file = await TranscendText.Read(
            Encoding.UTF8.GetBytes(TranscendText.Entities), "processing-activities:\n  - title: a\n    wrong: b\n"u8.ToArray());

        file.ShouldRefuse(3, $"{First}.wrong", "is not known here");
    }

    private static async Task Refuses(string text, int line, string key, string words) =>
        (await TranscendText.ReadActivities(text)).ShouldRefuse(line, key, words);
}
