using System.Net;
using System.Net.Http.Json;
using System.Security.Claims;
using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ComplianceHub.Account;
using ComplianceHub.Components;
using ComplianceHub.Demo;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace ComplianceHub.Tests.Given;

/// <summary>A browser without scripts: cookies, pages and forms over HTTP. It follows no redirect by itself.</summary>
internal sealed class FormBrowser(HubApplication hub) : IDisposable
{
    private static readonly TimeSpan AMoment = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromSeconds(70);

    private readonly HttpClient _http = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { BaseAddress = hub.Address };

    /// <summary>The cookies; copying them copies the session.</summary>
    public Dictionary<string, string> Cookies { get; init; } = [];

    /// <summary>Headers of every request, as a proxy in front of the program adds them.</summary>
    public Dictionary<string, string> Headers { get; } = [];

    /// <summary>The cookies of the last answer as they were sent, with their attributes.</summary>
    public IReadOnlyList<string> LastCookies { get; private set; } = [];

    public Task<HttpResponseMessage> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    /// <summary>Asks for one of many things, and again when somebody took more of them in a minute than they may.</summary>
    public async Task<HttpResponseMessage> PatientlyAsync(string path)
    {
        for (var waited = TimeSpan.Zero; ; waited += AMoment)
        {
            var answer = await GetAsync(path);
            if (answer.StatusCode != HttpStatusCode.TooManyRequests || waited > LongestWait)
                return answer;
            answer.Dispose();
            await Task.Delay(AMoment);
        }
    }

    /// <summary>What an open page sends while somebody uses it.</summary>
    public Task<HttpResponseMessage> SubmitInUseAsync() => SendAsync(new HttpRequestMessage(HttpMethod.Post, AccountUrls.InUse));

    /// <summary>Who the session's cookie names, as the program reads it.</summary>
    public ClaimsPrincipal Person() => hub.Services.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>()
        .Get(IdentityConstants.ApplicationScheme).TicketDataFormat.Unprotect(Cookies["hub"])!.Principal;

    /// <summary>The page at a path, as the browser reads it.</summary>
    public async Task<IHtmlDocument> PageAsync(string path) => await ReadAsync(await GetAsync(path));

    public static async Task<IHtmlDocument> ReadAsync(HttpResponseMessage response) =>
        new HtmlParser().ParseDocument(await response.Content.ReadAsStringAsync());

    /// <summary>Opens a page, fills the form with this hook by its labels, and sends it.</summary>
    public async Task<HttpResponseMessage> SubmitAsync(string path, string hook, params (string Label, string Value)[] values)
    {
        var page = await PageAsync(path);
        var form = (IHtmlFormElement)(page.QuerySelector($"form[data-account={hook}]") ?? throw new InvalidOperationException($"No form {hook} on {path}: {page.Body!.TextContent}"));
        var fields = form.QuerySelectorAll<IHtmlInputElement>("input[name]").ToDictionary(input => input.Name!, input => input.Value);
        foreach (var (label, value) in values)
        {
            var id = form.QuerySelectorAll<IHtmlLabelElement>("label").Single(each => each.TextContent.Trim() == label).HtmlFor!;
            fields[form.QuerySelector<IHtmlInputElement>($"#{id}")!.Name!] = value;
        }
        var target = form.GetAttribute("action") is { Length: > 0 } action ? action : path;
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, target) { Content = new FormUrlEncodedContent(fields) });
    }

    /// <summary>Posts fields to an address with the form token of a page.</summary>
    public async Task<HttpResponseMessage> PostAsync(string page, string target, params (string Name, string Value)[] values)
    {
        var token = (await PageAsync(page)).QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value;
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, target)
        {
            Content = new FormUrlEncodedContent(values.Append(("__RequestVerificationToken", token)).Select(each => KeyValuePair.Create(each.Item1, each.Item2))),
        });
    }

    /// <summary>Posts JSON as a script of a page does, and reads the answer.</summary>
    public async Task<JsonElement> AskAsync(string path, object question)
    {
        var answer = await SendAsync(new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(question) });
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).Clone();
    }

    /// <summary>The first step of signing in.</summary>
    public Task<HttpResponseMessage> SignInAsync(string account, string password = DemoPeople.Password, string? returnUrl = null) => SubmitAsync(
        returnUrl is null ? HubUrls.Login : $"{HubUrls.Login}?returnUrl={Uri.EscapeDataString(returnUrl)}", "sign-in",
        ("E-mail address", account.Contains('@', StringComparison.Ordinal) ? account : account + DemoPeople.AddressEnd), ("Password", password));

    /// <summary>Where an answer sends the browser, without the host; null when it is a page.</summary>
    public string? Target(HttpResponseMessage response) => response.StatusCode != HttpStatusCode.Redirect ? null
        : new Uri(hub.Address, response.Headers.Location!) is var target && target.Authority == hub.Address.Authority ? target.PathAndQuery
        : target.ToString();

    /// <summary>The sentence of an answer that refuses.</summary>
    public static async Task<string?> ProblemAsync(HttpResponseMessage response) =>
        (await ReadAsync(response)).QuerySelector("[data-problem]")?.TextContent.Trim();

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
    {
        if (Cookies.Count > 0)
            request.Headers.Add("Cookie", string.Join("; ", Cookies.Select(cookie => $"{cookie.Key}={cookie.Value}")));
        foreach (var (name, value) in Headers)
            request.Headers.Add(name, value);
        var response = await _http.SendAsync(request);
        LastCookies = response.Headers.TryGetValues("Set-Cookie", out var cookies) ? [.. cookies] : [];
        foreach (var cookie in LastCookies)
        {
            var (name, value) = (cookie.Split('=')[0], cookie.Split('=', 2)[1].Split(';')[0]);
            if (value.Length == 0)
                Cookies.Remove(name);
            else
                Cookies[name] = value;
        }
        return response;
    }
}
