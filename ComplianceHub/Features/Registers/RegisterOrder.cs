using System.Linq.Expressions;
using ComplianceHub.Data;
using ComplianceHub.Domain;
using Microsoft.EntityFrameworkCore;

namespace ComplianceHub.Features.Registers;

/// <summary>The part of a register of the group that a page shows.</summary>
/// <param name="Search">What the name must contain, in any case and without accents; null for every record.</param>
/// <param name="OutOfUse">Whether the retired records are asked for instead of those in use.</param>
/// <param name="Order">In which order.</param>
/// <param name="From">How many records stand before the first, 0 or more.</param>
/// <param name="Count">How many are shown at most.</param>
public sealed record RegisterAsk<T>(string? Search, bool OutOfUse, RegisterOrder<T> Order, int From, int Count)
    where T : RegisterRecord;

/// <summary>The order of a register: by name, or by a value and then by name. Records without the value come last.</summary>
/// <param name="By">The value; null for the name.</param>
/// <param name="IsDescending">Whether the largest comes first.</param>
public sealed record RegisterOrder<T>(Expression<Func<T, object?>>? By = null, bool IsDescending = false)
    where T : RegisterRecord
{
    /// <summary>Orders a query. The id decides last, so that a page never repeats a record of the page before.</summary>
    public IQueryable<T> Of(IQueryable<T> records)
    {
        Expression<Func<T, string>> name = record => EF.Property<string>(record, SortKey.Column);
        if (By is null)
            return (IsDescending ? records.OrderByDescending(name) : records.OrderBy(name)).ThenBy(record => record.Id);
        var present = IsAbsent is { } absent ? records.OrderBy(absent) : records.OrderBy(record => 0);
        return (IsDescending ? present.ThenByDescending(By) : present.ThenBy(By)).ThenBy(name).ThenBy(record => record.Id);
    }

    // SQLite puts nothing first and PostgreSQL last; neither is asked.
    private Expression<Func<T, bool>>? IsAbsent
    {
        get
        {
            var value = By!.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : By.Body;
            return value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null
                ? null
                : Expression.Lambda<Func<T, bool>>(Expression.Equal(value, Expression.Constant(null, value.Type)), By.Parameters);
        }
    }
}

/// <summary>Makes the orders that a list asks for by the name of a property.</summary>
public static class RegisterOrder
{
    /// <summary>The order by the property of this name, or by name when there is no such property.</summary>
    public static RegisterOrder<T> ByProperty<T>(string? property, bool isDescending)
        where T : RegisterRecord
    {
        if (property is null || typeof(T).GetProperty(property) is not { } found)
            return new RegisterOrder<T>(null, isDescending);
        var record = Expression.Parameter(typeof(T));
        return new RegisterOrder<T>(Expression.Lambda<Func<T, object?>>(Expression.Convert(Expression.Property(record, found), typeof(object)), record), isDescending);
    }
}
