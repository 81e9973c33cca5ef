package io.ctmconnect.mongo;

import com.mongodb.client.MongoDatabase;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** A database that says when it is about to be used: {@link Documents} asks for a collection once an operation. */
public final class SteppedDatabase {
    private SteppedDatabase() {}

    /**
     * The same database.
     *
     * @param beforeEach runs before each operation; what it throws is thrown instead of the operation
     */
    public static MongoDatabase of(MongoDatabase database, Runnable beforeEach) {
        return (MongoDatabase) Proxy.newProxyInstance(
                SteppedDatabase.class.getClassLoader(),
                new Class<?>[] {MongoDatabase.class},
                (_, method, arguments) -> {
                    if (method.getName().equals("getCollection")) {
                        beforeEach.run();
                    }
                    try {
                        Object answer = method.invoke(database, arguments);
                        return answer instanceof MongoDatabase withOtherConcerns
                                ? of(withOtherConcerns, beforeEach)
                                : answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
