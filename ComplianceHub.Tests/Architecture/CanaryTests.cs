using System.Net;

namespace ComplianceHub.Tests.Architecture;

/// <summary>Every way of using a type is seen; an analysis that overlooks one would let the folder rules pass.</summary>
public sealed class CanaryTests
{
    [Theory]
    [InlineData(typeof(InABody)), InlineData(typeof(InAnAsyncBody)), InlineData(typeof(InALambda)), InlineData(typeof(InAnIterator))]
    [InlineData(typeof(AsTypeArgument)), InlineData(typeof(AsNestedTypeArgument)), InlineData(typeof(AsMethodTypeArgument))]
    [InlineData(typeof(AsStaticCall)), InlineData(typeof(AsTypeOf)), InlineData(typeof(AsParameter)), InlineData(typeof(AsBase))]
    public void A_use_is_seen(Type canary) =>
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Code.NeverUse([canary], @"^System\.Net\.", ""));

    [Fact]
    public void What_is_not_used_is_not_seen() => Code.NeverUse([typeof(InABody)], @"^System\.Xml\.", "");

    [Fact]
    public void Nothing_is_not_a_pass()
    {
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Code.NeverUses("^No.Such.Namespace", ".", ""));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Code.NeverUse([], ".", ""));
    }

    private sealed class InABody
    {
        public static string Address() => new Cookie().ToString();
    }

    private sealed class InAnAsyncBody
    {
        public static async Task<string> AddressAsync()
        {
            await Task.Yield();
            return new Cookie().ToString();
        }
    }

    private sealed class InALambda
    {
        public static Func<int, string> Address(int added) => port => new Cookie("", $"{port + added}").ToString();
    }

    private sealed class InAnIterator
    {
        public static IEnumerable<string> Addresses()
        {
            yield return new Cookie().ToString();
        }
    }

    private sealed class AsTypeArgument
    {
        public List<Cookie>? Cookies { get; set; }
    }

    private sealed class AsNestedTypeArgument
    {
        public Dictionary<string, List<Cookie>>? Cookies { get; set; }
    }

    private sealed class AsMethodTypeArgument
    {
        public static object[] Cookies() => Array.Empty<Cookie>();
    }

    private sealed class AsStaticCall
    {
        public static string Name() => Dns.GetHostName();
    }

    private sealed class AsTypeOf
    {
        public static string Name() => typeof(Cookie).Name;
    }

    private sealed class AsParameter
    {
        public static int Length(Cookie cookie) => cookie.ToString().Length;
    }

    private sealed class AsBase : CookieException;
}
