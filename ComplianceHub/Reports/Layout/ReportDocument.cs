using System.Text;
using ComplianceHub.Reports.Layout.Pdf;
using ComplianceHub.Reports.Layout.Tree;
using ComplianceHub.Reports.Layout.Typesetting;

namespace ComplianceHub.Reports.Layout;

/// <summary>A report as a tree of paragraphs, tables and drawings. It can be read as text, and printed as a PDF: the same
/// tree in the same fonts always makes the same bytes.</summary>
public sealed class ReportDocument
{
    private readonly Page _page;

    private ReportDocument(string title, PageSize size, Page page) => (Title, Size, _page) = (title, size, page);

    /// <summary>Shown by PDF readers instead of the file name.</summary>
    public string Title { get; }

    /// <summary>Of every sheet.</summary>
    public PageSize Size { get; }

    /// <summary>Composes a report.</summary>
    /// <param name="title">Of the file.</param>
    /// <param name="size">Of every sheet.</param>
    /// <param name="compose">Writes header, footer and content.</param>
    public static ReportDocument Of(string title, PageSize size, Action<Page> compose)
    {
        var page = new Page();
        compose(page);
        return new(PrintableText.Of(title).Replace('\n', ' '), size, page);
    }

    /// <summary>The tree as text: a paragraph or a row of a table to a line, cells divided by " | ", lines of a cell by
    /// " / ", headings after "#", signs in brackets.</summary>
    public string ToText() => string.Join('\n', Lines()) + "\n";

    /// <summary>The characters of the report that no font can print. The PDF shows their code points and ends with a
    /// sentence that says so.</summary>
    public IReadOnlyList<Rune> MissingCharacters(ReportFonts? fonts = null) => (fonts ?? ReportFonts.Shipped).MissingFrom(ToText());

    /// <summary>The PDF.</summary>
    /// <param name="fonts">The shipped ones unless the installation adds others.</param>
    public byte[] ToPdf(ReportFonts? fonts = null)
    {
        using var shaper = new Shaper(fonts ?? ReportFonts.Shipped);
        return PdfPrinter.Print(Title, Size, LayOut(shaper), shaper);
    }

    /// <summary>The sheets, laid out and not yet drawn.</summary>
    internal IReadOnlyList<Sheet> LayOut(Shaper shaper) => new Pagination(Size, _page.HeaderTree, _page.FooterTree, shaper).Cut(
        _page.ContentTree, missing => Column.Compose(note => note.Space(8).Text(Sentence(missing)), TextStyle.Note));

    private IEnumerable<string> Lines() =>
        [$"== {Title} ==", .. _page.HeaderTree?.Lines() ?? [], .. _page.ContentTree.Lines(), .. _page.FooterTree?.Lines() ?? []];

    private static string Sentence(IReadOnlyCollection<Rune> missing)
    {
        const int Most = 40;
        var named = string.Join(", ", missing.Take(Most).Select(rune => $"U+{rune.Value:X4}"));
        var others = missing.Count > Most ? $" and {missing.Count - Most} others" : "";
        return missing.Count == 1
            ? $"One character of this report is in none of the installed fonts and is printed as its code point: {named}."
            : $"{missing.Count} characters of this report are in none of the installed fonts and are printed as their code points: {named}{others}.";
    }
}
