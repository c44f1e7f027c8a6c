using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.Extensions.Options;

namespace ComplianceHub.CommandLine;

/// <summary>
/// Why the web host does not start, in a sentence that names what to change. Anything else is a defect of the program,
/// and its stack trace is what a report of it needs.
/// </summary>
internal static class StartRefusal
{
    /// <summary>Starts the web host and waits for its end.</summary>
    /// <returns>The exit code: 0, or 2 with a sentence on standard error.</returns>
    public static async Task<int> ExplainAsync(Func<Task> host)
    {
        try
        {
            await host();
            return ExitCode.Done;
        }
        catch (Exception refused) when (Of(refused) is { } sentence)
        {
            await Console.Error.WriteLineAsync(sentence.ReplaceLineEndings(" "));
            return ExitCode.Refused;
        }
    }

    /// <summary>The sentence; null when it is a defect.</summary>
    internal static string? Of(Exception exception) => exception switch
    {
        DomainException refusal => refusal.Message,
        OptionsValidationException options => string.Join(' ', options.Failures),
        // Kestrel: "Failed to bind to address http://127.0.0.1:5000: address already in use."
        IOException { Message: var bind } when bind.StartsWith("Failed to bind to address", StringComparison.Ordinal) =>
            $"{bind.TrimEnd('.')}. Choose another one with --urls.",
        FormatException { Message: var url } when url.StartsWith("Invalid url", StringComparison.Ordinal) => $"{url} Check --urls or ASPNETCORE_URLS.",
        // "Failed to convert configuration value 'x' at 'Account:IdleMinutes' to type 'System.Int32'."
        InvalidOperationException { Message: var value } when value.StartsWith("Failed to convert configuration value", StringComparison.Ordinal) => value,
        InvalidDataException { Message: var file } when file.StartsWith("Failed to load configuration", StringComparison.Ordinal) =>
            $"{file} {exception.InnerException?.Message}".TrimEnd(),
        IOException or UnauthorizedAccessException => exception.Message,
        _ => StorageUnavailableException.In(exception)?.Message,
    };
}
