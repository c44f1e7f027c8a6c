using ComplianceHub.Domain.AuditLog;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace ComplianceHub.Data.Configurations;

/// <summary>Instants are stored in UTC: SQLite cannot sort an instant with an offset.</summary>
internal sealed class UtcConverter() : ValueConverter<DateTimeOffset, DateTime>(
    instant => instant.UtcDateTime,
    stored => new DateTimeOffset(DateTime.SpecifyKind(stored, DateTimeKind.Utc)));

/// <summary>A chain is stored as the text that stands in its entries.</summary>
internal sealed class ChainIdConverter() : ValueConverter<ChainId, string>(
    chain => chain.ToString(),
    stored => ChainId.Parse(stored));
