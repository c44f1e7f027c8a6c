using System.Text;
using ComplianceHub.Components;
using ComplianceHub.Data;
using ComplianceHub.Domain.Registers;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using MudBlazor;

namespace ComplianceHub.Features.Audits.Fieldwork;

/// <summary>Shows one frozen file. A PDF is drawn in the browser by pdf.js, which we serve; a text comes through the page.</summary>
public sealed partial class EvidencePreview
{
    private const int LongestText = 20_000;
    private const int Larger = 2;
    private const string CannotBeShown = "This file cannot be shown here. Download it to open it.";

    private ElementReference _host;
    private IJSObjectReference? _module;
    private IJSObjectReference? _document;
    private int _page = 1;
    private int _pages;
    private int _times = 1;
    private string? _text;
    private string? _problem;

    /// <summary>The audit.</summary>
    [Parameter, EditorRequired]
    public Guid AuditId { get; set; }

    /// <summary>The file as it was frozen.</summary>
    [Parameter, EditorRequired]
    public EvidenceFile File { get; set; } = default!;

    private bool IsPdf => File.ContentType == "application/pdf";

    private bool IsPicture => File.ContentType is "image/png" or "image/jpeg";

    private bool IsText => File.ContentType is "text/plain" or "text/csv" or "application/json" or "message/rfc822";

    private string Icon => IsPdf ? Icons.Material.Outlined.PictureAsPdf : IsPicture ? Icons.Material.Outlined.Image : Icons.Material.Outlined.Description;

    /// <inheritdoc />
    protected override async Task OnInitializedAsync()
    {
        if (!IsText)
            return;
        try
        {
            _text = await Evidence.OpenAsync(AuditId, File.Id, EvidenceReading.Opened, Leaving) is { } content ? Read(content.Bytes) : null;
            _problem = _text is null ? CannotBeShown : null;
        }
        catch (Domain.DomainException refused)
        {
            _problem = refused.Message;
        }
    }

    /// <inheritdoc />
    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!firstRender || !IsPdf || _problem is not null)
            return;
        try
        {
            _module = await Js.InvokeAsync<IJSObjectReference>("import", Leaving, "./Features/Audits/Fieldwork/EvidencePreview.razor.js");
            _document = await _module.InvokeAsync<IJSObjectReference>("open", Leaving, HubUrls.AuditEvidencePreview(AuditId, File.Id));
            _pages = await _document.InvokeAsync<int>("show", Leaving, _host, _page, _times);
        }
        catch (JSException)
        {
            // pdf.js gave up; the file may be sealed with a password, or broken.
            _pages = 0;
        }
        if (_pages == 0)
            _problem = CannotBeShown;
        StateHasChanged();
    }

    /// <inheritdoc />
    protected override async ValueTask LeaveAsync()
    {
        try
        {
            if (_document is not null)
            {
                await _document.InvokeVoidAsync("close");
                await _document.DisposeAsync();
            }
            if (_module is not null)
                await _module.DisposeAsync();
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the document with it.
        }
    }

    private async Task TurnAsync(int page)
    {
        if (_document is null || page < 1 || page > _pages)
            return;
        _page = page;
        await _document.InvokeAsync<int>("show", Leaving, _host, page, _times);
    }

    private Task ResizeAsync()
    {
        _times = _times == 1 ? Larger : 1;
        return TurnAsync(_page);
    }

    private static string Read(byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes, 0, Math.Min(bytes.Length, LongestText * 4)).TrimStart('\ufeff');
        return text.Length <= LongestText ? text : $"{text[..LongestText]}\n\nThe rest is in the file: download it.";
    }
}
