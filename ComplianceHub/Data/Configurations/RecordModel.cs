using System.Reflection;
using ComplianceHub.Domain;
using ComplianceHub.Domain.Organisation;
using ComplianceHub.Domain.Registers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace ComplianceHub.Data.Configurations;

/// <summary>
/// What all records have in common, once for all of them: version, sort key, owner, parts, lists and references. A
/// new register needs a <c>DbSet</c> and nothing here.
/// </summary>
internal static class RecordModel
{
    public static void Configure(ModelBuilder builder, string provider)
    {
        var types = builder.Model.GetEntityTypes()
            .Select(type => type.ClrType)
            .Where(typeof(IVersioned).IsAssignableFrom)
            .ToList();
        foreach (var type in types)
        {
            var record = builder.Entity(type);
            ConfigureColumns(record, type);
            ConfigureReferences(builder, record, type);
            if (typeof(RegisterRecord).IsAssignableFrom(type))
                ConfigureRegister(record, type, provider);
        }
    }

    private static void ConfigureRegister(EntityTypeBuilder record, Type type, string provider)
    {
        var sortKey = record.Property<string>(SortKey.Column).HasMaxLength(SortKey.Longest);
        // Byte order, as SQLite's: the key is folded already, and must not sort by the locale of a cluster.
        if (provider.Contains("PostgreSQL", StringComparison.Ordinal))
            sortKey.UseCollation("C");
        if (type.GetProperty(nameof(OwnedRecord.ShopId)) is not null)
            record.HasIndex(nameof(OwnedRecord.ShopId), SortKey.Column);
        else
            record.HasIndex(SortKey.Column);
    }

    private static void ConfigureColumns(EntityTypeBuilder record, Type type)
    {
        record.HasKey(nameof(RegisterRecord.Id));
        record.Property(nameof(RegisterRecord.Id)).ValueGeneratedNever();
        record.Property(nameof(RegisterRecord.Version)).IsConcurrencyToken();
        foreach (var property in type.GetProperties().Where(property => property.SetMethod is { IsPublic: true }))
        {
            if (property.PropertyType == typeof(Coverage))
                ConfigureCoverage(record, property.Name);
            else if (ElementOf(property.PropertyType) is { } element && !IsPart(element))
                ConfigureList(record, property.Name, element);
            else if (IsPart(property.PropertyType) || ElementOf(property.PropertyType) is not null)
                ConfigureParts(record, property);
        }
    }

    // Columns of their own, not JSON: the read guard asks for them in SQL.
    private static void ConfigureCoverage(EntityTypeBuilder record, string property) =>
        record.ComplexProperty(typeof(Coverage), property, coverage =>
        {
            coverage.Property(nameof(Coverage.Kind)).HasColumnName("AppliesTo");
            coverage.PrimitiveCollection(nameof(Coverage.LegalEntityIds)).HasColumnName("AppliesToLegalEntities");
            coverage.PrimitiveCollection(nameof(Coverage.ShopIds)).HasColumnName("AppliesToShops");
        });

    private static void ConfigureList(EntityTypeBuilder record, string property, Type element)
    {
        var list = record.PrimitiveCollection(property);
        if (element.IsEnum)
            list.ElementType().HasConversion<string>();
    }

    private static void ConfigureParts(EntityTypeBuilder record, PropertyInfo property) =>
        record.Property(property.PropertyType, property.Name).HasConversion(
            typeof(PartsConverter<>).MakeGenericType(property.PropertyType),
            typeof(PartsComparer<>).MakeGenericType(property.PropertyType));

    private static void ConfigureReferences(ModelBuilder builder, EntityTypeBuilder record, Type type)
    {
        foreach (var property in type.GetProperties())
        {
            if (property.GetCustomAttribute<ReferencesAttribute>() is { } reference
                && property.PropertyType is var id && (id == typeof(Guid) || id == typeof(Guid?)))
            {
                record.HasOne(reference.Record).WithMany().HasForeignKey(property.Name).OnDelete(DeleteBehavior.Restrict);
            }
        }
    }

    /// <summary>Whether a type is a part: a class of the domain without identity.</summary>
    internal static bool IsPart(Type type) =>
        type is { IsClass: true } && type != typeof(string)
        && type.Namespace?.StartsWith(typeof(RegisterRecord).Namespace!, StringComparison.Ordinal) == true;

    /// <summary>The type of a list's elements; null when it is no list.</summary>
    internal static Type? ElementOf(Type type) =>
        type.IsGenericType && type.GetGenericTypeDefinition() == typeof(List<>) ? type.GetGenericArguments()[0] : null;
}
