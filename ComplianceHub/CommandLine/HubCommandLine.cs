using System.CommandLine;
using System.Text;
using ComplianceHub.Domain;

namespace ComplianceHub.CommandLine;

/// <summary>
/// The program without a browser: each verb writes its result to standard output and nothing else there, and a refusal
/// as one sentence to standard error.
/// </summary>
public static class HubCommandLine
{
    private static readonly string[] HelpWords = ["-h", "--help", "-?", "/?", "--version"];

    /// <summary>The database that every verb takes, before or after its name.</summary>
    internal static readonly Option<string?> Database = new("--database")
    {
        Description = "The database: a SQLite file, or a PostgreSQL connection. By default the one of appsettings.json.",
        HelpName = "connection",
        Recursive = true,
    };

    /// <summary>Whether the arguments are for a verb; else they are for the web host, whose arguments are all options.</summary>
    public static bool Takes(IReadOnlyList<string> args)
    {
        ArgumentNullException.ThrowIfNull(args);
        var first = args.Count > 2 && args[0] == Database.Name ? 2 : args.Count > 1 && args[0].StartsWith($"{Database.Name}=", StringComparison.Ordinal) ? 1 : 0;
        return args.Count > first && (HelpWords.Contains(args[first]) || !args[first].StartsWith('-'));
    }

    /// <summary>Runs a verb on the process's own streams.</summary>
    public static async Task<int> RunAsync(string[] args)
    {
        await using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false));
        await using var errors = new StreamWriter(Console.OpenStandardError(), new UTF8Encoding(false));
        return await RunAsync(args, output, errors);
    }

    /// <summary>Runs a verb; the exit code is 0, or says what went wrong (<see cref="ExitCode"/>).</summary>
    internal static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter errors, CancellationToken ct = default)
    {
        var parsed = Root(output, errors).Parse(args);
        try
        {
            if (parsed.Errors.Count > 0)
                throw new DomainException(WhatIsWrong(parsed));
            var exitCode = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false }, ct);
            await output.FlushAsync(ct);
            return exitCode;
        }
        catch (Exception refused) when (refused is DomainException or IOException or UnauthorizedAccessException)
        {
            await errors.WriteLineAsync(refused.Message.ReplaceLineEndings(" "));
            return ExitCode.Refused;
        }
    }

    private static RootCommand Root(TextWriter output, TextWriter errors) => new("Shows how ready shops are for privacy law, according to their registers. Without a verb it starts the web host.")
    {
        Database,
        ReadinessVerb.Command(output),
        AuditVerb.Command(output),
        ImportVerb.Command(output, errors),
        DemoVerb.Command(output),
        LogVerb.Command(output),
        ReportVerb.Command(output),
    };

    private static string WhatIsWrong(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var verbs = command.Subcommands.Count > 0 ? $"give one of {string.Join(", ", command.Subcommands.Select(verb => verb.Name))}" : "add --help to see what is possible";
        return parsed.UnmatchedTokens switch
        {
            [var unknown, ..] => $"“{unknown}” is not understood here: {verbs}.",
            _ when command.Subcommands.Count > 0 => $"The verb is missing: {verbs}.",
            _ => parsed.Errors[0].Message.TrimEnd().TrimEnd('.') + ".",
        };
    }
}
