namespace ComplianceHub.CommandLine;

/// <summary>
/// Keeps the framework's own accounts of a failed start, with their stack traces, out of the console: what stops a start
/// is said once, in a sentence. Once the program listens, errors are logged as the settings say.
/// </summary>
internal static class StartLogging
{
    /// <summary>Holds back errors until the host has started.</summary>
    public static void HoldBackErrorsOfStart(this IServiceCollection services)
    {
        services.AddSingleton<StartedFlag>();
        services.AddHostedService(provider => provider.GetRequiredService<StartedFlag>());
        services.AddOptions<LoggerFilterOptions>().PostConfigure<StartedFlag>((options, started) =>
        {
            LoggerFilterRule[] rules = [.. options.Rules.Where(rule => rule is not { ProviderName: null, CategoryName: null, LogLevel: null })];
            if (!rules.Any(rule => rule is { ProviderName: null, CategoryName: null }))
                rules = [.. rules, new(null, null, options.MinLevel, null)];
            options.Rules.Clear();
            foreach (var rule in rules)
            {
                options.Rules.Add(new(rule.ProviderName, rule.CategoryName, rule.LogLevel, (provider, category, level) =>
                    (started.IsUp || level < LogLevel.Error) && (rule.Filter?.Invoke(provider, category, level) ?? true)));
            }
        });
    }

    private sealed class StartedFlag : IHostedLifecycleService
    {
        private volatile bool _isUp;

        public bool IsUp => _isUp;

        public Task StartedAsync(CancellationToken cancellationToken)
        {
            _isUp = true;
            return Task.CompletedTask;
        }

        public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
