using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace ComplianceHub.Tests.Given;

/// <summary>
/// What axe finds on a page. Its script is put in once a page and asked for violations alone: the package that runs it
/// through Playwright does so anew for each look, in a page of its own, and takes twice the time.
/// </summary>
internal static class Axe
{
    private const string Look =
        """
        async rules => {
            const { violations } = await axe.run({ resultTypes: ['violations'], ...(rules.length && { runOnly: { type: 'rule', values: rules } }) });
            return violations
                .filter(({ impact }) => impact === 'serious' || impact === 'critical')
                .flatMap(({ id, help, nodes }) => nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 300)}`));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();

    /// <summary>The serious and critical violations of the page as it looks in a colour scheme.</summary>
    /// <param name="page">The open page.</param>
    /// <param name="scheme">Light or dark.</param>
    /// <param name="rules">The rules to check; none for all.</param>
    public static async Task<IEnumerable<string>> ViolationsAsync(IPage page, ColorScheme scheme, params string[] rules)
    {
        await page.EmulateMediaAsync(new() { ColorScheme = scheme });
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
            await page.EvaluateAsync(Script);
        return from violation in await page.EvaluateAsync<string[]>(Look, rules)
               select $"{scheme} {page.Url} {violation}";
    }
}
