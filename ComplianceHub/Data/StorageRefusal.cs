namespace ComplianceHub.Data;

/// <summary>Answers a download that cannot be logged, because the disk is full or read-only, with the sentence that says so
/// and 503. Nothing is handed out without its entry in the log.</summary>
public sealed class StorageRefusal : IEndpointFilter
{
    /// <inheritdoc />
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        ArgumentNullException.ThrowIfNull(next);
        try
        {
            return await next(context);
        }
        catch (StorageUnavailableException refused)
        {
            return Results.Text(refused.Message, statusCode: StatusCodes.Status503ServiceUnavailable);
        }
    }
}
