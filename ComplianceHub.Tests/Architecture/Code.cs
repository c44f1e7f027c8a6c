using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ComplianceHub.Compliance;
using Microsoft.AspNetCore.Components;

namespace ComplianceHub.Tests.Architecture;

/// <summary>The compiled product, its folders and who uses whom.</summary>
internal static class Code
{
    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Loaded = new(() =>
        new ArchLoader().LoadAssemblies(Product, typeof(Code).Assembly).Build());

    public static System.Reflection.Assembly Product { get; } = typeof(Band).Assembly;

    /// <summary>The Razor components of the product, pages among them.</summary>
    public static IReadOnlyCollection<System.Type> Components { get; } = [.. Product.GetTypes().Where(type => type.IsSubclassOf(typeof(ComponentBase)))];

    /// <summary>The names of the folders below a namespace that hold types today: "Domain", "Data", ...</summary>
    public static IEnumerable<string> FoldersOf(string parent) =>
        (from type in Product.GetTypes()
         let match = Regex.Match(type.Namespace ?? "", $@"^{Regex.Escape(parent)}\.(\w+)")
         where match.Success
         orderby match.Groups[1].Value
         select match.Groups[1].Value).Distinct();

    /// <summary>
    /// Fails when a type of <paramref name="subject"/> uses one of <paramref name="forbidden"/> (patterns of full
    /// names), and says which type uses what. A subject without types is a failure, never a pass.
    /// </summary>
    public static void NeverUses(string subject, string forbidden, string because)
    {
        var users = Loaded.Value.Types.Where(type => Regex.IsMatch(type.FullName, subject)).ToArray();
        Assert.True(users.Length > 0, $"No type matches {subject}: this test would hold nothing.");
        NeverUse(users, forbidden, because);
    }

    /// <summary>The same for types that reflection found.</summary>
    public static void NeverUse(IReadOnlyCollection<System.Type> subject, string forbidden, string because)
    {
        Assert.NotEmpty(subject);
        var names = subject.Select(type => type.FullName).ToHashSet();
        NeverUse([.. Loaded.Value.Types.Where(type => names.Contains(type.FullName))], forbidden, because);
    }

    private static void NeverUse(IReadOnlyCollection<IType> users, string forbidden, string because)
    {
        var uses =
            from user in users
            from used in UsedBy(user)
            where Regex.IsMatch(used, forbidden)
            select $"{user.FullName} uses {used}";
        var found = uses.Distinct().Order(StringComparer.Ordinal).ToArray();
        Assert.True(found.Length == 0, $"{because}\n{string.Join('\n', found)}");
    }

    // A type parameter is nobody's, but the analysis takes any T for the first T that it met.
    private static IEnumerable<string> UsedBy(IType user) =>
        from dependency in user.Dependencies
        from used in dependency.TargetGenericArguments.SelectMany(TypesOf).Append(dependency.Target)
        where used is not GenericParameter
        select used.FullName;

    private static IEnumerable<IType> TypesOf(GenericArgument argument) =>
        argument.GenericArguments.SelectMany(TypesOf).Append(argument.Type);
}
