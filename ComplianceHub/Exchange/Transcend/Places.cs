using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ComplianceHub.Domain;

namespace ComplianceHub.Exchange.Transcend;

/// <summary>A place that an address names.</summary>
/// <param name="Name">The place as the table spells it, capitalised.</param>
/// <param name="Country">The country it is in, by its English name.</param>
internal sealed record Place(string Name, string Country);

/// <summary>
/// Well-known countries and cities, enough to notice an address that contradicts its country. A place that is not in
/// the table says nothing, and a name that two countries share speaks for both: a false alarm costs more than a miss.
/// </summary>
internal static partial class Places
{
    private static readonly (string Country, string Names)[] Table =
    [
        ("AT", "austria, osterreich, vienna, wien, graz, linz, salzburg, innsbruck"),
        ("AU", "australia, sydney, melbourne, brisbane, canberra, adelaide, new south wales, queensland, victoria"),
        ("BE", "belgium, belgique, belgie, brussels, bruxelles, brussel, antwerp, antwerpen, ghent, gent"),
        ("BG", "bulgaria, sofia, plovdiv, varna"),
        ("BR", "brazil, brasil, sao paulo, rio de janeiro, brasilia"),
        ("CA", "canada, toronto, montreal, vancouver, ottawa, calgary, london, ontario, quebec"),
        ("CH", "switzerland, schweiz, suisse, svizzera, zurich, zuerich, geneva, geneve, genf, basel, bern, lausanne, lugano, winterthur, zug"),
        ("CN", "china, beijing, shanghai, shenzhen, guangzhou"),
        ("CY", "cyprus, nicosia, limassol, larnaca"),
        ("CZ", "czech republic, czechia, prague, praha, brno, ostrava"),
        ("DE", "germany, deutschland, berlin, hamburg, munich, munchen, muenchen, cologne, koln, koeln, frankfurt, stuttgart, dusseldorf, duesseldorf, leipzig, dresden, hannover, hanover, nuremberg, nurnberg, bremen"),
        ("DK", "denmark, danmark, copenhagen, kobenhavn, aarhus, odense"),
        ("EE", "estonia, eesti, tallinn, tartu"),
        ("ES", "spain, espana, madrid, barcelona, valencia, sevilla, seville, bilbao, malaga, zaragoza"),
        ("FI", "finland, suomi, helsinki, espoo, tampere, turku"),
        ("FR", "france, paris, lyon, marseille, toulouse, lille, bordeaux, nantes, strasbourg"),
        ("GB", "united kingdom, great britain, england, scotland, northern ireland, wales, london, manchester, birmingham, edinburgh, glasgow, leeds, bristol, liverpool, cardiff, belfast, cambridge, oxford"),
        ("GR", "greece, hellas, athens, thessaloniki, patras"),
        ("HK", "hong kong, kowloon"),
        ("HR", "croatia, hrvatska, zagreb, rijeka"),
        ("HU", "hungary, magyarorszag, budapest, debrecen, szeged"),
        ("IE", "ireland, eire, dublin, cork, galway, limerick"),
        ("IL", "israel, tel aviv, jerusalem, haifa"),
        ("IN", "india, mumbai, delhi, new delhi, bangalore, bengaluru, chennai, pune"),
        ("IS", "iceland, reykjavik"),
        ("IT", "italy, italia, rome, roma, milan, milano, turin, torino, naples, napoli, florence, firenze, bologna, venice, venezia"),
        ("JP", "japan, tokyo, osaka, kyoto, yokohama, nagoya"),
        ("KR", "south korea, seoul, busan, incheon"),
        ("LI", "liechtenstein, vaduz, schaan"),
        ("LT", "lithuania, lietuva, vilnius, kaunas"),
        ("LU", "luxembourg, luxemburg"),
        ("LV", "latvia, latvija, riga"),
        ("MT", "malta, valletta, sliema"),
        ("MX", "mexico, mexico city, guadalajara, monterrey"),
        ("NL", "netherlands, nederland, holland, amsterdam, rotterdam, the hague, den haag, utrecht, eindhoven, groningen"),
        ("NO", "norway, norge, oslo, bergen, trondheim, stavanger"),
        ("NZ", "new zealand, auckland, wellington, christchurch"),
        ("PL", "poland, polska, warsaw, warszawa, krakow, cracow, wroclaw, gdansk, poznan, lodz"),
        ("PT", "portugal, lisbon, lisboa, porto, braga, coimbra"),
        ("RO", "romania, bucharest, bucuresti, cluj napoca, timisoara, iasi"),
        ("SE", "sweden, sverige, stockholm, gothenburg, goteborg, malmo, uppsala"),
        ("SG", "singapore"),
        ("SI", "slovenia, slovenija, ljubljana, maribor"),
        ("SK", "slovakia, slovensko, bratislava, kosice"),
        ("TR", "turkey, turkiye, istanbul, ankara, izmir"),
        ("TW", "taiwan, taipei"),
        ("UA", "ukraine, kyiv, kiev, lviv, odesa, kharkiv"),
        ("US", "united states, usa, u s a, new york, san francisco, los angeles, chicago, boston, seattle, austin, houston, dallas, denver, miami, atlanta, philadelphia, phoenix, san diego, san jose, portland, washington, las vegas, brooklyn, california, texas, florida, ohio, illinois, massachusetts, pennsylvania, new jersey, indiana, iowa, kentucky, new hampshire, new mexico, connecticut, maine, virginia, tennessee"),
        ("ZA", "south africa, johannesburg, cape town, durban, pretoria"),
    ];

    private static readonly ILookup<string, string> Countries = Table
        .SelectMany(row => row.Names.Split(", ").Select(name => (Name: name, row.Country)))
        .ToLookup(row => row.Name, row => row.Country, StringComparer.Ordinal);

    private static readonly int LongestName = Countries.Max(name => name.Key.Count(character => character == ' ') + 1);

    /// <summary>The first place of an address that is not in the stated country.</summary>
    /// <returns>Null when the address names no known place, or one that the stated country has.</returns>
    public static Place? Contradiction(string address, string country)
    {
        var named = Named(address);
        return named.Count > 0 && !named.Any(name => Countries[name].Contains(country)) && !(country == "US" && EndsWithAState().IsMatch(address))
            ? new Place(CultureInfo.InvariantCulture.TextInfo.ToTitleCase(named[0]), string.Join(" or ", Countries[named[0]].Select(Country.NameOf)))
            : null;
    }

    // There is a Paris in Texas and a Berlin in Connecticut; their addresses end with a state.
    [GeneratedRegex(@", *(A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY])( +[0-9]{5}(-[0-9]{4})?)?(, *(US|USA))?\.? *\z", RegexOptions.CultureInvariant)]
    private static partial Regex EndsWithAState();

    // The first part of an address is the street, and half the streets of Europe are named after a city elsewhere.
    private static List<string> Named(string address)
    {
        var parts = address.Split([',', ';', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return [.. (parts.Length > 1 ? parts[1..] : parts).SelectMany(NamesIn)];
    }

    private static IEnumerable<string> NamesIn(string part)
    {
        var words = Folded(part).Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var first = 0; first < words.Length; first++)
            for (var count = Math.Min(LongestName, words.Length - first); count > 0; count--)
            {
                var name = string.Join(' ', words, first, count);
                if (!Countries.Contains(name))
                    continue;
                yield return name;
                first += count - 1;
                break;
            }
    }

    /// <summary>Lower case, without accents, everything but letters a space.</summary>
    private static string Folded(string text)
    {
        var folded = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark)
                continue;
            _ = char.ToLowerInvariant(character) switch
            {
                'ø' => folded.Append('o'),
                'ł' => folded.Append('l'),
                'ß' => folded.Append("ss"),
                var letter when char.IsLetter(letter) => folded.Append(letter),
                _ => folded.Append(' '),
            };
        }
        return folded.ToString();
    }
}
